" :compiler clausewright, then :make
if exists("current_compiler") | finish | endif
let current_compiler = "clausewright"
CompilerSet makeprg=clausewright\ lint\ -q\ --format\ concise\ --color\ never\ --fail-on\ never\ %
CompilerSet errorformat=%f:%l:%c:\ %trror\ %m,%f:%l:%c:\ %tarning\ %m,%f:%l:%c:\ %tnfo\ %m
