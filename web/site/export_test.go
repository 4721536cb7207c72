package site

var (
	DataIn       = dataIn
	HeaderFile   = headerFile
	OEmbed       = oEmbed
	PassagesFile = passagesFile
	StandAlone   = standAlone
	Unshown      = unshown
)
