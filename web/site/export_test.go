package site

var (
	CheckAddress = checkAddress
	HeaderFile   = headerFile
	OEmbed       = oEmbed
	Replaceable  = replaceable
	StandAlone   = standAlone
)
