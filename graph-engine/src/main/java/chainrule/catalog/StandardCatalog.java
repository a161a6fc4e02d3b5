package chainrule.catalog;

import chainrule.block.Autoencoder;
import chainrule.block.ClassifierHead;
import chainrule.block.ConvBlock;
import chainrule.block.Decoder;
import chainrule.block.Dense;
import chainrule.block.DepthwiseSeparable;
import chainrule.block.Encoder;
import chainrule.block.Ffn;
import chainrule.block.Gru;
import chainrule.block.Lstm;
import chainrule.block.Mlp;
import chainrule.block.PreNormBlock;
import chainrule.block.Residual;
import chainrule.block.Rnn;
import chainrule.block.SelfAttention;
import chainrule.block.TransformerBlock;
import chainrule.block.Unroll;
import chainrule.op.Catalog;
import chainrule.op.NodeType;
import chainrule.op.activation.Elu;
import chainrule.op.activation.Gelu;
import chainrule.op.activation.GeluTanh;
import chainrule.op.activation.LeakyRelu;
import chainrule.op.activation.LogSoftmax;
import chainrule.op.activation.Prelu;
import chainrule.op.activation.Relu;
import chainrule.op.activation.Sigmoid;
import chainrule.op.activation.Silu;
import chainrule.op.activation.Softmax;
import chainrule.op.activation.Softplus;
import chainrule.op.activation.Step;
import chainrule.op.activation.Swiglu;
import chainrule.op.activation.Swish;
import chainrule.op.activation.Tanh;
import chainrule.op.arithmetic.Abs;
import chainrule.op.arithmetic.Add;
import chainrule.op.arithmetic.AddN;
import chainrule.op.arithmetic.Clamp;
import chainrule.op.arithmetic.Cos;
import chainrule.op.arithmetic.Detach;
import chainrule.op.arithmetic.Div;
import chainrule.op.arithmetic.Exp;
import chainrule.op.arithmetic.Identity;
import chainrule.op.arithmetic.Log;
import chainrule.op.arithmetic.Maximum;
import chainrule.op.arithmetic.Minimum;
import chainrule.op.arithmetic.Mul;
import chainrule.op.arithmetic.Neg;
import chainrule.op.arithmetic.Pow;
import chainrule.op.arithmetic.Reciprocal;
import chainrule.op.arithmetic.Scale;
import chainrule.op.arithmetic.Shift;
import chainrule.op.arithmetic.Sign;
import chainrule.op.arithmetic.Sin;
import chainrule.op.arithmetic.Sqrt;
import chainrule.op.arithmetic.Square;
import chainrule.op.arithmetic.Sub;
import chainrule.op.attention.AdditiveAttention;
import chainrule.op.attention.Attention;
import chainrule.op.attention.MultiHead;
import chainrule.op.attention.PositionalEncoding;
import chainrule.op.conv.AvgPool2d;
import chainrule.op.conv.Conv1d;
import chainrule.op.conv.Conv2d;
import chainrule.op.conv.ConvTranspose2d;
import chainrule.op.conv.GlobalAvgPool;
import chainrule.op.conv.MaxPool1d;
import chainrule.op.conv.MaxPool2d;
import chainrule.op.encdec.Reparameterize;
import chainrule.op.encdec.Switch;
import chainrule.op.linear.Cosine;
import chainrule.op.linear.Dot;
import chainrule.op.linear.Linear;
import chainrule.op.linear.Matmul;
import chainrule.op.linear.Neuron;
import chainrule.op.linear.Norm2;
import chainrule.op.linear.Outer;
import chainrule.op.linear.Transpose;
import chainrule.op.loss.Bce;
import chainrule.op.loss.BceLogits;
import chainrule.op.loss.CrossEntropy;
import chainrule.op.loss.CrossEntropySoft;
import chainrule.op.loss.GaussianKl;
import chainrule.op.loss.Hinge;
import chainrule.op.loss.Huber;
import chainrule.op.loss.Kl;
import chainrule.op.loss.Mae;
import chainrule.op.loss.Mse;
import chainrule.op.loss.MultiHinge;
import chainrule.op.loss.Nll;
import chainrule.op.recurrent.Embedding;
import chainrule.op.recurrent.GruCell;
import chainrule.op.recurrent.LstmCell;
import chainrule.op.recurrent.OneHot;
import chainrule.op.recurrent.RnnCell;
import chainrule.op.reduce.ArgMax;
import chainrule.op.reduce.LogSumExp;
import chainrule.op.reduce.Mean;
import chainrule.op.reduce.Prod;
import chainrule.op.reduce.ReduceMax;
import chainrule.op.reduce.ReduceMin;
import chainrule.op.reduce.Sum;
import chainrule.op.reduce.Var;
import chainrule.op.regularise.BatchNorm;
import chainrule.op.regularise.Dropout;
import chainrule.op.regularise.L1Penalty;
import chainrule.op.regularise.L2Penalty;
import chainrule.op.regularise.LayerNorm;
import chainrule.op.regularise.RmsNorm;
import chainrule.op.shape.Broadcast;
import chainrule.op.shape.Concat;
import chainrule.op.shape.Flatten;
import chainrule.op.shape.Pad2d;
import chainrule.op.shape.Reshape;
import chainrule.op.shape.Reverse;
import chainrule.op.shape.Select;
import chainrule.op.shape.Slice;
import chainrule.op.shape.Stack;
import chainrule.op.shape.Upsample;
import chainrule.op.source.Constant;
import chainrule.op.source.Dataset;
import chainrule.op.source.Input;
import chainrule.op.source.ParamNode;
import chainrule.op.source.Target;
import java.util.List;

/** The one list of node types. */
public final class StandardCatalog {
    private static final List<NodeType> TYPES = List.of(
            // sources
            Input.TYPE,
            ParamNode.TYPE,
            Constant.TYPE,
            Target.TYPE,
            Dataset.TYPE,
            // arithmetic
            Add.TYPE,
            Sub.TYPE,
            Mul.TYPE,
            Div.TYPE,
            AddN.TYPE,
            Neg.TYPE,
            Scale.TYPE,
            Shift.TYPE,
            Pow.TYPE,
            Square.TYPE,
            Sqrt.TYPE,
            Reciprocal.TYPE,
            Exp.TYPE,
            Log.TYPE,
            Abs.TYPE,
            Sin.TYPE,
            Cos.TYPE,
            Maximum.TYPE,
            Minimum.TYPE,
            Clamp.TYPE,
            Identity.TYPE,
            Sign.TYPE,
            Detach.TYPE,
            // linear algebra
            Dot.TYPE,
            Matmul.TYPE,
            Linear.TYPE,
            Neuron.TYPE,
            Outer.TYPE,
            Transpose.TYPE,
            Norm2.TYPE,
            Cosine.TYPE,
            // activations
            Sigmoid.TYPE,
            Tanh.TYPE,
            Relu.TYPE,
            LeakyRelu.TYPE,
            Prelu.TYPE,
            Elu.TYPE,
            Gelu.TYPE,
            GeluTanh.TYPE,
            Silu.TYPE,
            Swish.TYPE,
            Softplus.TYPE,
            Softmax.TYPE,
            LogSoftmax.TYPE,
            Swiglu.TYPE,
            Step.TYPE,
            // reductions
            Sum.TYPE,
            Mean.TYPE,
            Var.TYPE,
            ReduceMax.TYPE,
            ReduceMin.TYPE,
            Prod.TYPE,
            LogSumExp.TYPE,
            ArgMax.TYPE,
            // shapes
            Reshape.TYPE,
            Flatten.TYPE,
            Concat.TYPE,
            Stack.TYPE,
            Slice.TYPE,
            Select.TYPE,
            Reverse.TYPE,
            Broadcast.TYPE,
            Pad2d.TYPE,
            Upsample.TYPE,
            // losses
            Mse.TYPE,
            Mae.TYPE,
            Huber.TYPE,
            Bce.TYPE,
            BceLogits.TYPE,
            CrossEntropy.TYPE,
            CrossEntropySoft.TYPE,
            Nll.TYPE,
            Kl.TYPE,
            Hinge.TYPE,
            MultiHinge.TYPE,
            GaussianKl.TYPE,
            // regularisers and normalisation
            L2Penalty.TYPE,
            L1Penalty.TYPE,
            Dropout.TYPE,
            BatchNorm.TYPE,
            LayerNorm.TYPE,
            RmsNorm.TYPE,
            // convolution
            Conv2d.TYPE,
            Conv1d.TYPE,
            ConvTranspose2d.TYPE,
            MaxPool2d.TYPE,
            AvgPool2d.TYPE,
            MaxPool1d.TYPE,
            GlobalAvgPool.TYPE,
            // recurrent
            Embedding.TYPE,
            OneHot.TYPE,
            RnnCell.TYPE,
            LstmCell.TYPE,
            GruCell.TYPE,
            Rnn.TYPE,
            Lstm.TYPE,
            Gru.TYPE,
            // attention
            Attention.TYPE,
            AdditiveAttention.TYPE,
            MultiHead.TYPE,
            PositionalEncoding.TYPE,
            // encoder-decoder
            Reparameterize.TYPE,
            Switch.TYPE,
            // blocks
            Dense.TYPE,
            Mlp.TYPE,
            ConvBlock.TYPE,
            DepthwiseSeparable.TYPE,
            Residual.TYPE,
            PreNormBlock.TYPE,
            Unroll.TYPE,
            Encoder.TYPE,
            Decoder.TYPE,
            Ffn.TYPE,
            SelfAttention.TYPE,
            TransformerBlock.TYPE,
            Autoencoder.TYPE,
            ClassifierHead.TYPE);

    private StandardCatalog() {}

    public static Catalog create() {
        return new Catalog(TYPES);
    }
}
