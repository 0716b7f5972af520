//go:build race

package main

// raced says that the race detector is on, under which everything takes ten times as
// long: what only compares texts is left to the tests without it.
const raced = true
