package site

var (
	AddData      = addData
	DataIn       = dataIn
	Dense        = dense
	HeaderFile   = headerFile
	OEmbed       = oEmbed
	PassagesFile = passagesFile
	Unshown      = unshown
)
