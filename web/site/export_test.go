package site

var (
	CheckAddress  = checkAddress
	CompileViewer = compileViewer
	HeaderFile    = headerFile
	OEmbed        = oEmbed
	Replaceable   = replaceable
	StandAlone    = standAlone
)
