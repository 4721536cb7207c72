package site

import "errors"

var (
	CompileViewer = compileViewer
	DataIn        = dataIn
	HeaderFile    = headerFile
	OEmbed        = oEmbed
	PassagesFile  = passagesFile
	StandAlone    = standAlone
	Unset         = unset
	Unshown       = unshown
)

// Write writes files as the site in the folder out, in the place of one that is
// there, and returns what else is in it.
func Write(files map[string][]byte, out string) (others []string, err error) {
	s, err := openStage(out)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	return s.write(files, true)
}

// Fresh returns a kit that has laid out nothing yet.
func Fresh(k *Kit) *Kit {
	return &Kit{files: k.files, assets: k.assets, viewer: k.viewer, layout: k.layout, questions: k.questions}
}

// ManifestName is the file that lists what a build wrote.
const ManifestName = manifestName

// Whole returns an error unless data is a complete program of Go's.
var Whole = whole

// ProgramsOf returns the compiled programs of a kit by their names.
func ProgramsOf(k *Kit) map[string][]byte {
	return map[string][]byte{"viewer": k.files[k.viewer], "questions": k.files[k.questions], "layout": k.layout}
}

// Programs are the packages that the notices are of.
var Programs = programs
