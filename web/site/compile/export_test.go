package compile

var (
	CompileViewer = compileViewer
	Whole         = whole
)
