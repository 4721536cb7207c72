package site

var (
	CheckAddress = checkAddress
	HeaderFile   = headerFile
	OEmbed       = oEmbed
	StandAlone   = standAlone
)
