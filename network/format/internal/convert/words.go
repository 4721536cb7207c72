package convert

import (
	"proxynet/network"
)

// nodeKinds are other programs' words for kinds of nodes.
var nodeKinds = func() map[string]network.NodeKind {
	m := map[string]network.NodeKind{
		"country": network.State, "government": network.State, "nation": network.State,
		"individual": network.Person, "human": network.Person, "people": network.People, "coalition": network.Alliance,
		"organization": network.Organisation, "company": network.Organisation, "institution": network.Organisation,
	}
	for _, k := range network.NodeKinds {
		m[string(k)] = k
	}
	return m
}()

// relationKinds are words for kinds of relations.
var relationKinds = func() map[string]network.RelationKind {
	m := map[string]network.RelationKind{
		"commands": "command", "arming": "arms", "funding": "money", "funds": "money", "member": "membership", "member of": "membership",
		"friend": "friendship", "friends": "friendship", "supports": "support", "opposes": "opposition", "attacks": "attack", "kills": "killing",
	}
	for _, k := range network.RelationKinds {
		m[string(k.Kind)] = k.Kind
	}
	return m
}()
