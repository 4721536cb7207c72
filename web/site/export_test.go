package site

var (
	CheckAddress  = checkAddress
	CompileViewer = compileViewer
	HeaderFile    = headerFile
	OEmbed        = oEmbed
	Replaceable   = replaceable
	StandAlone    = standAlone
	Unset         = unset
	Write         = write
)

// Programs is how many programs the notices are of.
var Programs = len(programs)
