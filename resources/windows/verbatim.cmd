@echo off
rem Runs a command of Verbatim and waits for it, which a prompt does not do for a program with windows.
"%~dp0Verbatim.exe" %*
exit /b %errorlevel%
