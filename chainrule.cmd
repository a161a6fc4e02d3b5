@echo off
rem Starts Chainrule from any directory; builds it first when a source is newer than the last build.
rem Whatever the building says goes to stderr: stdout belongs to the program.
setlocal EnableDelayedExpansion
set "home=%~dp0"
set "home=%home:~0,-1%"
set "stamp=%home%\editor\target\launch\classpath"

if defined JAVA_HOME (
  set "java=%JAVA_HOME%\bin\java.exe"
  if not exist "!java!" (
    echo chainrule: JAVA_HOME is !JAVA_HOME!, where there is no bin\java.exe.>&2
    exit /b 2
  )
) else (
  set "java=java"
  where /q java
  if errorlevel 1 (
    echo chainrule: Java 17 or newer is needed, and there is no java on the PATH.>&2
    exit /b 2
  )
)
set "jdk="
set "answer=%TEMP%\chainrule-java-%RANDOM%.txt"
"!java!" -version 2> "%answer%"
for /f "usebackq tokens=2,3" %%u in ("%answer%") do if "%%u"=="version" set "jdk=%%~v"
del "%answer%"
if defined jdk for /f "delims=.-+_" %%m in ("!jdk!") do set "jdk=%%m"
if not defined jdk (
  echo chainrule: the version of !java! cannot be read; Java 17 or newer is needed.>&2
  exit /b 2
)
if !jdk! lss 17 (
  echo chainrule: !java! is older than Java 17, which is needed.>&2
  exit /b 2
)

set "CHAINRULE_HOME=%home%"
powershell -NoProfile -Command "$h = $env:CHAINRULE_HOME; $s = Get-Item -LiteralPath ($h + '\editor\target\launch\classpath') -ErrorAction SilentlyContinue; if (-not $s) { exit 1 }; $p = @('\pom.xml', '\.mvn') + ('graph-engine', 'presets', 'lessons', 'editor' | ForEach-Object { '\' + $_ + '\pom.xml'; '\' + $_ + '\src\main' }); $n = $p | ForEach-Object { Get-ChildItem -LiteralPath ($h + $_) -Recurse -ErrorAction SilentlyContinue } | Where-Object { $_.LastWriteTime -gt $s.LastWriteTime } | Select-Object -First 1; if ($n) { exit 1 }; exit 0"
if errorlevel 1 (
  where /q mvn
  if errorlevel 1 (
    echo chainrule: something changed since the last build, and building needs Maven, which is not on the PATH.>&2
    exit /b 2
  )
  echo chainrule: building>&2
  pushd "%home%"
  call mvn -B -q -ntp -Dstyle.color=never -Plaunch compile 1>&2
  if errorlevel 1 (
    popd
    if exist "%stamp%" del "%stamp%"
    echo chainrule: the build failed; what Maven said stands above.>&2
    exit /b 2
  )
  popd
  powershell -NoProfile -Command "$l = $env:CHAINRULE_HOME + '\editor\target\launch\'; $c = $l + 'classes;' + (Get-Content -LiteralPath ($l + 'classpath')); $q = [string][char]34; [IO.File]::WriteAllText($l + 'java.args', '-cp ' + $q + $c.Replace('\', '/') + $q); (Get-Item -LiteralPath ($l + 'classpath')).LastWriteTime = Get-Date"
)

rem The native libraries read their settings once, before Java can say anything.
set "threads=1"
set "previous="
for %%a in (%*) do (
  if "!previous!"=="--threads" set "threads=%%~a"
  set "previous=%%~a"
)
rem The program shares work among threads itself; libraries that did so again would make each wait for the other.
set "OMP_NUM_THREADS=1"
set "OPENBLAS_NUM_THREADS=1"

rem Arrays live outside Java's heap; they may take 70 %% of the machine's memory.
set "arrays=4096"
for /f %%m in ('powershell -NoProfile -Command "[int][math]::Floor((Get-CimInstance Win32_ComputerSystem).TotalPhysicalMemory / 1MB * 0.7)"') do set "arrays=%%m"

set "modern="
if !jdk! geq 22 set "modern=--enable-native-access=ALL-UNNAMED"
if !jdk! geq 23 set "modern=!modern! --sun-misc-unsafe-memory-access=allow"

rem What is computed once is done before the thorough compiler of the JVM would have paid.
set "once="
for %%c in (run step export presets) do if "%~1"=="%%c" set "once=-XX:TieredStopAtLevel=1"

rem The class path is longer than a line of this shell may be, so Java reads it from an argument file.
"!java!" !once! !modern! -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Dchainrule.threads=%threads% -Dorg.bytedeco.javacpp.maxbytes=!arrays!M -Dorg.bytedeco.javacpp.maxphysicalbytes=!arrays!M %CHAINRULE_JAVA_OPTS% "@%home%\editor\target\launch\java.args" chainrule.app.Main %*
exit /b !errorlevel!
