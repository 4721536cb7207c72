package site

var (
	AddData      = addData
	DataIn       = dataIn
	Dense        = dense
	HeaderFile   = headerFile
	OEmbed       = oEmbed
	PassagesFile = passagesFile
	ShortLinks   = shortLinks
	Shorten      = shorten
	StandAlone   = standAlone
	Unshown      = unshown
)
