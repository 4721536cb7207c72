// Package diagram decides which parts of a network are drawn, before anything has a
// place: which nodes are prominent, which contain others, which relations share
// a line. It depends on the network only, so that the arrangement, the files
// and the live viewer agree.
//
// Its words:
//
//   - The lead is the set of relations that the picture shows first
//     ([network.Network.Lead]).
//   - The rank of a node says how prominent it is: [Primary], [Secondary] or
//     [Context].
//   - A frame is a node that is drawn around its members, instead of a line to
//     each.
//   - A cable is the single line of all relations between two nodes. Its
//     groups are the relations of one family each.
//   - A net is one or several cables that are routed together: a fan is a net
//     whose cables leave their hub on a common trunk.
package diagram
