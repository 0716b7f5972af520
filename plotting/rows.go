package plotting

import "gonum.org/v1/plot/vg"

// The height of a row of a chart that has one for each member: roomy if there
// are few, tighter if there are many, and never so small that names touch.
const (
	roomyRow  vg.Length = 20
	tightRow  vg.Length = 13.5
	leastRow  vg.Length = 10.5
	roomyUpTo           = 10 // rows
)

// rowHeight is the height a row would like to have.
func rowHeight(rows int) vg.Length {
	if rows <= roomyUpTo {
		return roomyRow
	}
	return tightRow
}

// rowAt is the middle of row i of n, counted from the top of a space.
func rowAt(i, n int, bottom, top vg.Length) vg.Length {
	return top - (vg.Length(i)+0.5)*(top-bottom)/vg.Length(n)
}

// nameColumn is the width of a column of names, at most a part of the room.
func nameColumn(names []string, room vg.Length, width func(string) vg.Length) vg.Length {
	var column vg.Length
	for _, name := range names {
		column = max(column, width(name))
	}
	return min(column, 0.3*room)
}
