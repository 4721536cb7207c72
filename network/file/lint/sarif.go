package lint

import (
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"proxynet/network/file"
	"proxynet/network/visible"
)

// SARIF 2.1.0, the OASIS standard for findings in code hosts and editors:
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool struct {
			Driver sarifDriver `json:"driver"`
		} `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID                   string             `json:"id"`
		ShortDescription     sarifText          `json:"shortDescription"`
		DefaultConfiguration sarifConfiguration `json:"defaultConfiguration"`
	}
	sarifConfiguration struct {
		Level Level `json:"level"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     Level           `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifLocation struct {
		PhysicalLocation struct {
			ArtifactLocation struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
			Region *sarifRegion `json:"region,omitempty"`
		} `json:"physicalLocation"`
	}
	sarifRegion struct {
		StartLine int `json:"startLine"`
	}
)

// writeSARIF writes the result as a SARIF log.
func (r *Result) writeSARIF(w io.Writer) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "proxynet"}
	for _, rule := range Rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{rule.Name, sarifText{rule.Help}, sarifConfiguration{rule.Level}})
	}
	for _, f := range r.Findings {
		text := f.Problem.String() + "; " + f.WholeFix().String()
		if f.ID != "" {
			text = f.ID + ": " + text
		}
		text = visible.Escape(text)
		if len(f.Diff) > 0 {
			text += "\n" + file.ShowDiff(f.Diff)
		}
		var at sarifLocation
		at.PhysicalLocation.ArtifactLocation.URI = fileURI(f.File)
		if f.Line > 0 {
			at.PhysicalLocation.Region = &sarifRegion{f.Line}
		}
		run.Results = append(run.Results, sarifResult{
			f.Rule, slices.IndexFunc(Rules, func(rule Rule) bool { return rule.Name == f.Rule }),
			f.Level, sarifText{sarifLiteral.Replace(text)}, []sarifLocation{at},
		})
	}
	return writeIndented(w, sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

// sarifLiteral escapes the placeholders, "{0}", and links, "[text](where)", of SARIF in
// the text of a message (3.11.5 and 3.11.6).
var sarifLiteral = strings.NewReplacer("{", "{{", "}", "}}", "](", `\](`)

// fileURI returns a file's path as a URI: relative paths stay relative, so that
// code hosts find the file in the repository.
func fileURI(path string) string {
	u := url.URL{Path: filepath.ToSlash(path)}
	if filepath.IsAbs(path) {
		u.Scheme = "file"
		if !strings.HasPrefix(u.Path, "/") {
			u.Path = "/" + u.Path
		}
	}
	return u.String()
}
