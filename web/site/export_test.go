package site

var (
	CompileViewer = compileViewer
	HeaderFile    = headerFile
	OEmbed        = oEmbed
	Replaceable   = replaceable
	StandAlone    = standAlone
	Unset         = unset
	Write         = write
)

// Fresh returns a kit that has laid out nothing yet.
func Fresh(k *Kit) *Kit {
	return &Kit{files: k.files, assets: k.assets, viewer: k.viewer, layout: k.layout, questions: k.questions}
}

// Programs are the packages that the notices are of.
var Programs = programs
