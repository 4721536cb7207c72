package compile

var (
	CompileViewer = compileViewer
	JoinSegments  = joinSegments
	Whole         = whole
)
