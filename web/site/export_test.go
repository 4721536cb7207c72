package site

var (
	CheckAddress  = checkAddress
	CompileViewer = compileViewer
	HeaderFile    = headerFile
	OEmbed        = oEmbed
	Replaceable   = replaceable
	StandAlone    = standAlone
	Write         = write
)

// Programs is how many programs the notices are of.
var Programs = len(programs)
