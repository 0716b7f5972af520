package plotting

import (
	"cmp"
	"slices"

	"gonum.org/v1/plot/vg"
)

// A label wants to stand at a place on a line of labels: beside a chart, where
// its place is a height, or above it, where it is a distance from the left.
type label struct {
	want  vg.Length // where its middle should be
	size  vg.Length // its extent along the line
	rank  int       // importance: the highest rank is dropped first; among equals the last one
	leash vg.Length // how far it may be moved; beyond that it is dropped. 0: as far as it takes
}

// A place is where a label came to stand.
type place struct {
	at    vg.Length // its middle
	shown bool      // false: dropped, there was no room
}

// spread places labels between lo and hi so that none overlap, each as near to
// where it wants to be as its neighbours allow, in the same order. Labels that
// touch form a group that is centred on the places its members want; groups
// that touch are merged. If there is no room for all, the least important are
// dropped, and so are those that would be moved further than they may. The places
// are in the order of the labels.
func spread(labels []label, lo, hi vg.Length) []place {
	for shown := important(labels, hi-lo); ; {
		places := settle(labels, shown, lo, hi)
		last, astray := -1, false
		for _, i := range shown {
			far, leash := max(places[i].at-labels[i].want, labels[i].want-places[i].at), labels[i].leash
			if leash == 0 || far < 1e-3 {
				continue
			}
			astray = astray || far > leash
			if last < 0 || labels[i].rank >= labels[last].rank {
				last = i
			}
		}
		if !astray {
			return places
		}
		shown = slices.DeleteFunc(shown, func(i int) bool { return i == last })
	}
}

// settle places the labels shown, given by their numbers.
func settle(labels []label, shown []int, lo, hi vg.Length) []place {
	places := make([]place, len(labels))
	shown = slices.Clone(shown)
	slices.SortStableFunc(shown, func(i, j int) int { return cmp.Compare(labels[i].want, labels[j].want) })

	var groups []group
	for _, i := range shown {
		l := labels[i]
		g := group{members: []int{i}, size: l.size, sum: l.want - l.size/2}
		g.clamp(lo, hi)
		for n := len(groups) - 1; n >= 0 && groups[n].start+groups[n].size > g.start; n-- {
			g = groups[n].merge(g)
			g.clamp(lo, hi)
			groups = groups[:n]
		}
		groups = append(groups, g)
	}
	for _, g := range groups {
		at := g.start
		for _, i := range g.members {
			places[i] = place{at: at + labels[i].size/2, shown: true}
			at += labels[i].size
		}
	}
	return places
}

// important gives the indices of the labels for which there is room.
func important(labels []label, room vg.Length) []int {
	byRank := make([]int, len(labels))
	var need vg.Length
	for i, l := range labels {
		byRank[i] = i
		need += l.size
	}
	slices.SortStableFunc(byRank, func(i, j int) int { return cmp.Compare(labels[i].rank, labels[j].rank) })
	for len(byRank) > 0 && need > room {
		last := len(byRank) - 1
		need -= labels[byRank[last]].size
		byRank = byRank[:last]
	}
	slices.Sort(byRank)
	return byRank
}

// A group is a run of labels that touch.
type group struct {
	members     []int
	start, size vg.Length
	sum         vg.Length // of the starts of the group that each member wants
}

// merge joins a group with the one that follows it.
func (g group) merge(next group) group {
	return group{
		members: slices.Concat(g.members, next.members),
		size:    g.size + next.size,
		sum:     g.sum + next.sum - vg.Length(len(next.members))*g.size,
	}
}

// clamp puts the group at the mean of the starts its members want, inside the
// line.
func (g *group) clamp(lo, hi vg.Length) {
	g.start = max(lo, min(hi-g.size, g.sum/vg.Length(len(g.members))))
}

// dropped is the number of labels that are not shown.
func dropped(places []place) int {
	n := 0
	for _, p := range places {
		if !p.shown {
			n++
		}
	}
	return n
}
