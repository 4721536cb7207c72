package web

import (
	"net/url"
	"strings"

	"proxynet/network"
)

// sameSite is a link to a node on another site.
type sameSite struct{ Name, URL string }

// siteNames are the names of sites by their hosts.
var siteNames = map[string]string{
	"www.wikidata.org": "Wikidata", "wikidata.org": "Wikidata",
	"www.opensanctions.org": "OpenSanctions", "opensanctions.org": "OpenSanctions",
	"search.gleif.org": "GLEIF (LEI)",
}

// sameSites returns the links of a node's addresses on other sites, by the names of the
// sites or their hosts. It skips addresses that are not web addresses.
func sameSites(addresses []string) []sameSite {
	var all []sameSite
	for _, address := range addresses {
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" {
			continue
		}
		name := siteNames[u.Host]
		if name == "" {
			name = strings.TrimPrefix(u.Host, "www.")
		}
		all = append(all, sameSite{name, address})
	}
	return all
}

// linkedData states in JSON-LD, in the vocabulary of schema.org, which people and
// organisations on other sites the network is about.
type linkedData struct {
	Context     string        `json:"@context"`
	Type        string        `json:"@type"`
	Name        string        `json:"name"`
	Description string        `json:"description"`
	Language    string        `json:"inLanguage"`
	URL         string        `json:"url,omitempty"`
	Mentions    []linkedThing `json:"mentions"`
}

type linkedThing struct {
	Type   string   `json:"@type"`
	Name   string   `json:"name"`
	SameAs []string `json:"sameAs"`
}

// linked returns the linked data of a network, nil if no node has an address on
// another site.
func linked(n *network.Network, address string) *linkedData {
	data := &linkedData{Context: "https://schema.org", Type: "Dataset", Name: n.Title, Description: n.Summary, Language: n.Lang, URL: address}
	for _, o := range n.Nodes {
		thing := linkedThing{Type: "Thing", Name: o.Label}
		switch o.Kind {
		case network.Person:
			thing.Type = "Person"
		case network.Organisation, network.Group, network.Alliance, network.State, network.Force:
			thing.Type = "Organization"
		}
		for _, site := range sameSites(o.Same) {
			thing.SameAs = append(thing.SameAs, site.URL)
		}
		if thing.SameAs != nil {
			data.Mentions = append(data.Mentions, thing)
		}
	}
	if data.Mentions == nil {
		return nil
	}
	return data
}
