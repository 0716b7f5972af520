package plotting

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/vg"
)

func TestSpread(t *testing.T) {
	for _, tc := range []struct {
		name   string
		labels []label
		want   []place
	}{
		{"none", nil, []place{}},
		{"free", []label{{20, 10, 0, 0}, {50, 10, 1, 0}}, []place{{20, true}, {50, true}}},
		{"touching is free", []label{{20, 10, 0, 0}, {30, 10, 1, 0}}, []place{{20, true}, {30, true}}},
		{"two in one place are centred on it, in order", []label{{50, 10, 0, 0}, {50, 10, 1, 0}}, []place{{45, true}, {55, true}}},
		{"the mean of what the group wants", []label{{50, 10, 0, 0}, {52, 10, 1, 0}}, []place{{46, true}, {56, true}}},
		{"a group that grows into its neighbour takes it in", []label{{50, 10, 0, 0}, {50, 10, 1, 0}, {62, 10, 2, 0}},
			[]place{{44, true}, {54, true}, {64, true}}},
		{"given in any order", []label{{60, 10, 0, 0}, {20, 10, 1, 0}}, []place{{60, true}, {20, true}}},
		{"pushed in at the foot", []label{{-30, 10, 0, 0}, {3, 10, 1, 0}}, []place{{5, true}, {15, true}}},
		{"pushed in at the top", []label{{99, 10, 0, 0}, {140, 10, 1, 0}}, []place{{85, true}, {95, true}}},
		{"tall and short", []label{{50, 30, 0, 0}, {50, 10, 1, 0}}, []place{{40, true}, {60, true}}},
		{"no room: the highest rank goes", []label{{10, 40, 2, 0}, {50, 40, 0, 0}, {90, 40, 1, 0}}, []place{{}, {40, true}, {80, true}}},
		{"no room: of equals the last goes", []label{{10, 60, 0, 0}, {90, 60, 0, 0}}, []place{{30, true}, {}}},
		{"moved further than it may: the highest rank goes", []label{{50, 10, 0, 0}, {50, 10, 2, 4}, {51, 10, 1, 7}}, []place{{45.5, true}, {}, {55.5, true}}},
		{"moved as far as it may", []label{{50, 10, 0, 5}, {50, 10, 1, 5}}, []place{{45, true}, {55, true}}},
		{"too large for any room", []label{{50, 101, 0, 0}}, []place{{}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, spread(tc.labels, 0, 100), cmp.AllowUnexported(place{})); diff != "" {
				t.Errorf("spread (-want +got):\n%s", diff)
			}
		})
	}
}

// checkSpread fails if two labels overlap, one leaves the line, the order is
// not that of the wants, or a label is dropped although all fit.
func checkSpread(t *testing.T, labels []label, lo, hi vg.Length) {
	t.Helper()
	const slack = 1e-6
	places := spread(labels, lo, hi)
	var need vg.Length
	for i, a := range labels {
		need += a.size
		if !places[i].shown {
			continue
		}
		if places[i].at-a.size/2 < lo-slack || places[i].at+a.size/2 > hi+slack {
			t.Fatalf("label %d of %v stands at %v, outside [%v, %v]", i, labels, places[i].at, lo, hi)
		}
		for j, b := range labels {
			if i == j || !places[j].shown {
				continue
			}
			if gap := max(places[i].at-places[j].at, places[j].at-places[i].at) - (a.size+b.size)/2; gap < -slack {
				t.Fatalf("labels %d and %d of %v overlap by %v", i, j, labels, -gap)
			}
			if a.want < b.want && places[i].at > places[j].at {
				t.Fatalf("labels %d and %d of %v changed their order", i, j, labels)
			}
		}
	}
	for i, l := range labels {
		if moved := max(places[i].at-l.want, l.want-places[i].at); places[i].shown && l.leash > 0 && moved > l.leash+slack {
			t.Fatalf("label %d of %v is moved by %v, more than it may", i, labels, moved)
		}
	}
	free := !slices.ContainsFunc(labels, func(l label) bool { return l.leash > 0 })
	if free && need <= hi-lo && dropped(places) > 0 {
		t.Fatalf("%d of %v dropped although all fit", dropped(places), labels)
	}
}

func TestSpreadNeverOverlaps(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		labels := make([]label, rng.IntN(12))
		for i := range labels {
			labels[i] = label{want: vg.Length(rng.Float64()*160 - 30), size: vg.Length(1 + rng.Float64()*30), rank: rng.IntN(4), leash: vg.Length(max(0, rng.IntN(40)-20))}
		}
		checkSpread(t, labels, 0, 100)
	}
}

func FuzzSpread(f *testing.F) {
	f.Add([]byte{50, 10, 0, 50, 10, 1})
	f.Add([]byte{0, 90, 0, 255, 90, 1, 128, 90, 2})
	f.Fuzz(func(t *testing.T, data []byte) {
		var labels []label
		for i := 0; i+2 < len(data) && len(labels) < 40; i += 3 {
			labels = append(labels, label{want: vg.Length(data[i]), size: vg.Length(data[i+1]) / 4, rank: int(data[i+2]) / 4, leash: vg.Length(data[i+2]%4) * 10})
		}
		checkSpread(t, labels, 20, 220)
	})
}
