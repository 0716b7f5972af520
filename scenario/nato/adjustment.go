package nato

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// The fewest members and changes from which a number is taken. What is estimated from
// fewer members says more about them than about its own error.
const (
	minMembers = 5
	minChanges = 10
)

// An Adjustment describes the yearly changes of the shares of a group by least
// squares. Standard errors allow for any dependence between the years of one member
// (clustered by member, Liang and Zeger 1986), not between members: what moved all of
// them in one year makes them too small. So does a small number of members, below some
// 20 (Cameron and Miller 2015).
type Adjustment struct {
	Group     string   // in words
	Members   []string // that have changes, in order of code
	Changes   int      // observations: one member's share in one year and the year before
	Estimated int      // of these, that rest on an estimate of the source

	// Three descriptions of one change: a part of the gap is closed (partial
	// adjustment), a rise that is the same whatever the gap, or both. If Common explains
	// more than Gap, what looks like adjustment is a common rise. All numbers are NaN
	// where there are too few members (5) or changes (10).
	Gap, Common, Both Line
}

// A Line is change of the share = Rise + Speed * gap, the gap being what was missing
// to the target in the year before.
type Line struct {
	Speed, SpeedSE float64 // part of the gap that is closed in a year, and its standard error
	Rise, RiseSE   float64 // rise of a year whatever the gap, as a fraction of GDP, and its standard error
	R2             float64 // part of the squares of changes that is explained: 0 is what holding the share explains
}

// Known reports whether there were enough members and changes for numbers.
func (a Adjustment) Known() bool { return !math.IsNaN(a.Common.Rise) }

// A change is one observation.
type change struct {
	member    string
	group     group
	gap, by   float64 // missing in the year before, and the change
	estimated bool
}

// adjustment fits the lines of a group of changes, which are in order of member.
func (o *Observed) adjustment(name string, cs []change) Adjustment {
	a := Adjustment{Group: name, Changes: len(cs), Gap: unknownLine(), Common: unknownLine(), Both: unknownLine()}
	y, cluster := make([]float64, len(cs)), make([]int, len(cs))
	for i, c := range cs {
		if len(a.Members) == 0 || a.Members[len(a.Members)-1] != c.member {
			a.Members = append(a.Members, c.member)
		}
		if c.estimated {
			a.Estimated++
		}
		y[i], cluster[i] = c.by, len(a.Members)-1
	}
	if len(a.Members) < minMembers || len(cs) < minChanges {
		o.warn("%s: too few for a number in %v: members %d of at least %d, changes %d of at least %d", name, o.Period, len(a.Members), minMembers, len(cs), minChanges)
		return a
	}
	design := mat.NewDense(len(cs), 2, nil)
	for i, c := range cs {
		design.SetRow(i, []float64{1, c.gap})
	}
	columns := func(from, to int) *mat.Dense { return mat.DenseCopyOf(design.Slice(0, len(cs), from, to)) }
	b, se, r2 := clustered(columns(0, 1), y, cluster)
	a.Common = Line{Rise: b[0], RiseSE: se[0], R2: r2}
	b, se, r2 = clustered(columns(1, 2), y, cluster)
	a.Gap = Line{Speed: b[0], SpeedSE: se[0], R2: r2}
	b, se, r2 = clustered(design, y, cluster)
	a.Both = Line{Rise: b[0], RiseSE: se[0], Speed: b[1], SpeedSE: se[1], R2: r2}
	return a
}

func unknownLine() Line {
	nan := math.NaN()
	return Line{nan, nan, nan, nan, nan}
}
