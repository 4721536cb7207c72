package site

var (
	DataIn       = dataIn
	Dense        = dense
	HeaderFile   = headerFile
	OEmbed       = oEmbed
	PassagesFile = passagesFile
	StandAlone   = standAlone
	Unshown      = unshown
)
