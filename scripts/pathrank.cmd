@echo off
rem Runs pathrank on Windows with the Java of a release (runtime\), with JAVA_HOME or with the java on the PATH.
rem In a clone it builds the jar if there is none; after a change of the sources remove target\pathrank.jar.
rem
rem   JAVA_HOME           the Java to use, 17 or newer
rem   PATHRANK_JAVA_OPTS  additional options for Java; they override the defaults
setlocal
set "here=%~dp0"
set "root=%~dp0.."
set "jar=%here%pathrank.jar"
if exist "%jar%" if not exist "%root%\src" goto find_java
set "jar=%root%\target\pathrank.jar"

:find_java
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if exist "%here%runtime\bin\java.exe" set "java=%here%runtime\bin\java.exe"
rem Only the line 'openjdk version "25.0.1" ...' has "version" as its second word; no Java has none.
set "major="
for /f "tokens=2,3" %%u in ('""%java%" -version 2^>^&1"') do if "%%u"=="version" for /f "delims=.-+ " %%m in ("%%~v") do if not defined major set "major=%%m"
if not defined major (
    echo pathrank: no Java was found. Install version 17 or newer, for example from https://adoptium.net, or set JAVA_HOME to it. 1>&2
    exit /b 1
)
if %major% lss 17 goto too_old

if exist "%jar%" goto run
echo pathrank: building with Java %major% ^(once; the first time about a minute, most of it downloads^) 1>&2
pushd "%root%"
call mvnw.cmd -q -B -ntp -DskipTests gg.jte:jte-maven-plugin:generate@pages org.apache.maven.plugins:maven-resources-plugin:resources org.apache.maven.plugins:maven-compiler-plugin:compile@unchecked org.apache.maven.plugins:maven-jar-plugin:jar org.apache.maven.plugins:maven-shade-plugin:shade@runnable 1>&2
set "result=%errorlevel%"
popd
if not exist "%jar%" (
    echo pathrank: the build failed ^(Maven's exit code %result%; its messages are above^) 1>&2
    exit /b 1
)

:run
set "native="
if %major% geq 23 set "native=--sun-misc-unsafe-memory-access=allow"
"%java%" -XX:+UseSerialGC -Xmn64m -Xlog:disable -Xlog:all=error:stderr -Xmx512m -XX:-UsePerfData -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -XX:FreqInlineSize=120 %native% %PATHRANK_JAVA_OPTS% -jar "%jar%" %*
exit /b %errorlevel%

rem Not in brackets, which the one in "Program Files (x86)" would close.
:too_old
echo pathrank: %java% is Java %major%, which is too old. Install version 17 or newer, or set JAVA_HOME to it. 1>&2
exit /b 1
