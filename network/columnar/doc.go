// Package columnar stores large networks as bytes that a program reads while they
// arrive, in a fifth of the length of their JSON.
//
// A file starts with the signature "\x89pxnet\r\n", which no text file has and which a
// transfer as text would damage, and a byte with the version, 1. Sections follow. A
// section is a byte with its kind, the length of its content as a varint, the content,
// and the CRC-32 (IEEE) of the content in four bytes, the lowest first. The kinds, in
// their order:
//
//   - H: JSON with the network without its nodes, relations and passages, the number
//     of each of these, and the caller's data.
//   - S: strings that later sections refer to: their number, their lengths, their UTF-8.
//     A reference is the number of a string, from 1 in the order of the file; 0 is "".
//   - N, R, P: up to 4096 nodes, relations or passages: their number, then a column
//     after the other. Fields that are rarely set are one column, as JSON.
//   - D: coordinates, x and y of each node in turn.
//   - E: the end, without content. A file without it is cut off.
//
// Numbers are unsigned varints of encoding/binary. A column of references has for each
// row the zigzag difference from the last row's reference plus one, so that ids, which
// come in the order of the strings, take a byte each. A list is its length plus one, and
// 0 for nil, followed by its references.
package columnar
