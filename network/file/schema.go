package file

import _ "embed"

// Schema is the JSON Schema (2020-12) of the author's file, for completion and checks in
// editors.
//
//go:embed schema.json
var Schema []byte

// TranslationSchema is the JSON Schema of a translation's file.
//
//go:embed translation.schema.json
var TranslationSchema []byte

// SchemaName is the name of the schema's file beside a network's file.
const SchemaName = "network.schema.json"
