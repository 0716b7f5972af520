package layout_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario/internal/jsontree"
	"github.com/pledgesim/pledgesim/scenario/internal/layout"
)

// A zoo is something to lay out: a document of animals, which are of two kinds.
type zoo struct {
	Name    string
	Opened  time.Time
	Animals map[string]animal
	Path    []post
	First   animal
}

type animal interface{ legs() int }

type (
	fish struct{ Weight float64 }
	bird struct {
		Wings  uint8
		Friend animal
		Eggs   int
	}
	post  struct{ At float64 }
	swarm float64 // of a type that is no struct
	alien struct{ n int }
)

func (fish) String() string { return "a fish" }

func (fish) legs() int  { return 0 }
func (bird) legs() int  { return 2 }
func (swarm) legs() int { return 6 }
func (alien) legs() int { return 3 }

func digits(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func zooLayout() *layout.Layout {
	text, any := layout.Text{}, layout.Part{Family: "animal"}
	weight := layout.Number{In: "kg", Noun: "a number of kilograms", Bounds: layout.Within("(0, inf)", 0), Digits: digits, Word: " kg"}
	half := layout.Number{In: "percent", Noun: "a number of per cent", Bounds: layout.Within("[-50, 50)", -2), Digits: func(v float64) string { return digits(100 * v) }, Word: "%"}
	count := layout.Number{In: "eggs", Noun: "a number of eggs", Whole: true, Bounds: layout.Within("[0, 9]", 0), Digits: digits, Word: " eggs"}
	return &layout.Layout{
		Root: layout.Of[zoo]("a zoo", "A zoo.",
			layout.Field{Key: "name", Form: text, Need: true, Doc: "what it is called"},
			layout.Field{Key: "opened", Form: layout.Day{}, Doc: "since when"},
			layout.Field{Key: "animals", Form: layout.Map{Of: layout.Part{Family: "animal", Null: true}}, Doc: "by name"},
			layout.Field{Key: "path_percent", Form: layout.List{Of: layout.Object{Model: layout.Of[post]("a post", "A post.",
				layout.Field{Key: "at_percent", Form: half, Doc: "where it stands"})}}, Doc: "its posts", Name: "Path"},
			layout.Field{Key: "first", Form: any, Doc: "the first animal"},
		),
		Families: []layout.Family{{Name: "animal", Noun: "an animal", None: "no animal", Kinds: []layout.Model{
			layout.Kind[fish]("fish", "Swims.", layout.Field{Key: "weight_kg", Form: weight, Need: true, Doc: "its weight"}),
			layout.Kind[bird]("bird", "Flies.",
				layout.Field{Key: "wings", Form: layout.Choice{"short", "long"}, Doc: "how long they are"},
				layout.Field{Key: "friend", Form: any, Doc: "a friend"},
				layout.Field{Key: "eggs", Form: count, Doc: "how many"}),
			layout.Kind[swarm]("swarm", "Buzzes.", layout.Field{Key: "weight_kg", Form: weight, Need: true, Doc: "its weight"}),
			layout.Kind[layout.Named]("named", "Is known.", layout.Field{Key: "name", Form: text, Need: true, Doc: "its name"}),
		}}},
	}
}

var errInvalid, errUnit, errMissing, errDuplicate = errors.New("invalid"), errors.New("unit"), errors.New("missing"), errors.New("duplicate")

func newReader() *layout.Reader {
	return &layout.Reader{
		Kinds: layout.Kinds{Invalid: errInvalid, Unit: errUnit, Missing: errMissing, Duplicate: errDuplicate},
		Named: map[string]map[string]any{"animal": {"nemo": fish{3}, "nobody": nil}},
		Most:  3,
	}
}

func TestReadAndWrite(t *testing.T) {
	const document = `{
  "name": "Zoo",
  "opened": "1907-05-07",
  "animals": {
    "a": {"kind": "fish", "weight_kg": 1.5},
    "b": {"kind": "bird", "wings": "long", "friend": {"kind": "swarm", "weight_kg": 2}, "eggs": 3},
    "c": null
  },
  "path_percent": [{"at_percent": -50}, {}]
}
`
	var z zoo
	r := newReader()
	r.Read(r.Parse(zooLayout(), []byte(document), 9), reflect.ValueOf(&z).Elem())
	if faults := r.Faults(); faults != nil {
		t.Fatal(faults)
	}
	want := zoo{
		Name: "Zoo", Opened: time.Date(1907, 5, 7, 0, 0, 0, 0, time.UTC),
		Animals: map[string]animal{"a": fish{1.5}, "b": bird{1, swarm(2), 3}, "c": nil}, Path: []post{{-0.5}, {}},
	}
	if diff := cmp.Diff(want, z); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	z.Animals["a"], z.First = &fish{1.5}, (*fish)(nil) // a pointer is what it points to
	w := layout.Writer{Refuse: func(at string, _ any, problem string) { t.Errorf("%s %s", at, problem) }}
	if diff := cmp.Diff(document, string(jsontree.Print(w.Write(zooLayout(), reflect.ValueOf(z))))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestReadNamed(t *testing.T) {
	var z zoo
	r := newReader()
	r.Read(r.Parse(zooLayout(), []byte(`{"name": "", "animals": {"a": {"kind": "named", "name": "nemo"}, "b": {"kind": "named", "name": "nobody"}}}`), 9), reflect.ValueOf(&z).Elem())
	if diff := cmp.Diff(map[string]animal{"a": fish{3}, "b": nil}, z.Animals); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestReadFaults(t *testing.T) {
	for _, test := range []struct {
		document string
		kind     error // of the first
		want     []string
		more     bool
	}{
		{`{"name": "a", "first": {"kind": "fish", "weight_kg": 0}}`, errInvalid, []string{"1:54 first.weight_kg 0 is not a number of kilograms in (0, inf)"}, false},
		{`{"name": "a", "path_percent": [{"at_percent": 50}]}`, errUnit, []string{"1:47 path_percent[0].at_percent 50 is not a number of per cent in [-50, 50)"}, false},
		{`{"name": "a", "name": "b"}`, errDuplicate, []string{"1:15 name <nil> occurs twice, first in line 1"}, false},
		{`{}`, errMissing, []string{"1:1 name <nil> is missing: what it is called"}, false},
		{`{"name": 1, "opened": 2, "first": 3, "animals": 4}`, errInvalid, []string{
			"1:10 name 1 is a number, not a text", "1:23 opened 2 is a number, not a date",
			`1:49 animals 4 is a number, not an object by member, such as {"DEU": …}`,
		}, true},
		{`{"name": "a", "first": {"kind": "bird", "eggs": 1.5, "wings": 1, "friend": {"kind": "bird", "wings": "lnog"}}}`, errInvalid, []string{
			"1:49 first.eggs 1.5 is not a whole number", "1:63 first.wings 1 is a number, not one of short, long",
			`1:102 first.friend.wings "lnog" is not known: did you mean long?`,
		}, false},
		{`{"name": "0123456789012345678901234567890123456789x", "opened": "` + "0123456789012345678901234567890123456789x" + `"}`, errInvalid, []string{
			`1:65 opened "0123456789012345678901234567890123456789…" is not a date such as "2026-07-10"`,
		}, false},
		{`{"nmae": "a", "animals": {"a": {"kind": "bird", "egg": 1}, "b": {"kind": "bird", "wings": null}}}`, errInvalid, []string{
			"1:2 nmae <nil> is no key of a zoo: did you mean name?", "1:49 animals.a.egg <nil> is no key of kind bird: did you mean eggs?",
			"1:91 animals.b.wings <nil> is null: leave the key out for none",
		}, false},
		{`{"name": "a", "animals": {"a": {"kind": "lion"}, "b": {"kind": 2}, "c": {}}}`, errInvalid, []string{
			`1:41 animals.a.kind "lion" is not the kind of an animal: known are fish, bird, swarm, named`,
			"1:64 animals.b.kind 2 is a number, not the kind of an animal", "1:73 animals.c.kind <nil> is missing: known are fish, bird, swarm, named",
		}, false},
		{`{"name": "a", "animals": {"a": {"kind": "named", "name": "memo"}, "b": {"kind": "named"}, "c": {"kind": "named", "name": 1}}}`, errInvalid, []string{
			`1:58 animals.a.name "memo" is not the name of an animal that is supplied: did you mean nemo?`,
			"1:72 animals.b.name <nil> is missing: its name", "1:122 animals.c.name 1 is a number, not a text",
		}, false},
		{`{"name": "a", "first": null, "path_percent": {"at": 1}, "animals": {"a": [1]}}`, errInvalid, []string{
			"1:24 first <nil> is null: leave the key out for none", "1:46 path_percent <nil> is an object, not a list",
			`1:74 animals.a <nil> is a list, not an animal such as {"kind": "fish", …}`,
		}, false},
		{`{"name": "a", "path_percent": [{"at_percent": "12"}, {"at_percent": 1e2}, {"at_percent": 1e99999999999999999999}]}`, errInvalid, []string{
			`1:47 path_percent[0].at_percent "12" is a text, not a number of per cent: write it without quotation marks`,
			"1:69 path_percent[1].at_percent 1e2 is not a number of per cent in [-50, 50)",
			"1:90 path_percent[2].at_percent 1e99999999999999999999 is not a number of per cent in [-50, 50)",
		}, false},
		{`{"name": "a", "path_percent": [1, 2, 3, 4, 5], "animals": {"a": 1, "b": 2}}`, errInvalid, []string{
			`1:32 path_percent[0] 1 is a number, not a post such as {"at_percent": …}`, // the animals are read first
			`1:65 animals.a 1 is a number, not an animal such as {"kind": "fish", …}`, `1:73 animals.b 2 is a number, not an animal such as {"kind": "fish", …}`,
		}, true},
	} {
		r := newReader()
		var z zoo
		r.Read(r.Parse(zooLayout(), []byte(test.document), 9), reflect.ValueOf(&z).Elem())
		faults, more := r.Faults(), r.Full()
		var got []string
		for _, f := range faults {
			got = append(got, fmt.Sprintf("%d:%d %s %v %s", f.Line, f.Column, f.Path, f.Value, f.Problem))
		}
		if diff := cmp.Diff(test.want, got); diff != "" || more != test.more || !errors.Is(faults[0].Kind, test.kind) {
			t.Errorf("%s: %v, more %v (-want +got):\n%s", test.document, faults[0].Kind, more, diff)
		}
	}
}

// What is found wrong with a value after it has been read is told where it was read.
func TestFaultAt(t *testing.T) {
	r := newReader()
	r.Most = 9
	var z zoo
	r.Read(r.Parse(zooLayout(), []byte("{\"name\": \"a\",\n\"animals\": {\"b\": {\"kind\": \"bird\"}}}"), 9), reflect.ValueOf(&z).Elem())
	for _, at := range []string{"Name", "Animals[b]", "Animals[b].Eggs", "Animals[c]", "Animals[b].Friend.Weight", "First.Eggs", "Unheard"} {
		r.FaultAt(at, "v", "is wrong", errInvalid)
	}
	faults := r.Faults()
	var got []string
	for _, f := range faults {
		got = append(got, fmt.Sprintf("%d:%d %s %v", f.Line, f.Column, f.Path, f.Value))
	}
	want := []string{
		`1:1 first "v"`, `1:1 Unheard "v"`, `1:10 name "a"`, `2:12 animals.c "v"`,
		`2:18 animals.b "v"`, `2:18 animals.b.eggs "v"`, `2:18 animals.b.friend "v"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if r.Spoilt("Name") {
		t.Error("what was read is not spoilt by what is found later")
	}
}

func TestWriteRefuses(t *testing.T) {
	var got []string
	w := layout.Writer{Refuse: func(at string, value any, problem string) {
		got = append(got, fmt.Sprint(at, " ", value, " ", problem))
	}}
	w.Write(zooLayout(), reflect.ValueOf(zoo{
		Name: "\xff", Opened: time.Date(12_000, 1, 1, 0, 0, 0, 0, time.UTC), First: alien{}, Path: []post{{0.7}},
		Animals: map[string]animal{"a": bird{Wings: 2, Eggs: 10}},
	}))
	want := []string{
		`Name "\xff" cannot be written: it is not UTF-8`,
		"Opened 12000-01-01 00:00:00 +0000 UTC cannot be written: its year does not have four digits",
		"Animals[a].Wings 2 cannot be written: it is none of short, long",
		"Animals[a].Eggs 10 cannot be written: it is not a number of eggs in [0, 9]",
		"Path[0].At 0.7 cannot be written: it is not a number of per cent in [-50, 50)",
		"First <nil> is of type layout_test.alien, which a file cannot hold: it holds the types of the library",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestCompare(t *testing.T) {
	var got []string
	c := layout.Comparer{Differ: func(at, a, b string) { got = append(got, at+": "+a+" / "+b) }}
	day := time.Date(1907, 5, 7, 0, 0, 0, 0, time.UTC)
	c.Compare(zooLayout(), layout.Object{Model: zooLayout().Root},
		reflect.ValueOf(zoo{Opened: day, First: alien{1}, Path: []post{{0.01}}, Animals: map[string]animal{"a": bird{Wings: 1}, "b": fish{2}, "c": bird{Wings: 7}}}),
		reflect.ValueOf(zoo{Name: "b", First: alien{2}, Animals: map[string]animal{"a": &bird{Eggs: 1}, "c": swarm(1)}}), "")
	want := []string{
		"Name: not given / b", "Opened: 1907-05-07 / not given",
		"Animals[a].Wings: long / short", "Animals[a].Eggs: not given / 1 egg",
		"Animals[b]: a fish / not given", "Animals[c]: layout_test.bird / layout_test.swarm",
		"Path[0]: given / not given", "First: layout_test.alien{n:1} / layout_test.alien{n:2}",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

var update = flag.Bool("update", false, "write the golden file anew")

func TestSchema(t *testing.T) {
	const name = "testdata/zoo.schema.json"
	got := jsontree.Print(zooLayout().Schema("Zoo"))
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("if that is meant, run with -update (-want +got):\n%s", diff)
	}
}

// An interval that cannot be read holds nothing, so that a misprint in a table shows.
func TestWithin(t *testing.T) {
	for _, text := range []string{"", "(0)", "[a, b]", "0, x"} {
		n := layout.Number{Bounds: layout.Within(text, 0), Digits: digits}
		refused := false
		w := layout.Writer{Refuse: func(string, any, string) { refused = true }}
		if n.Write(&w, reflect.ValueOf(0.0), ""); !refused {
			t.Errorf("%q holds 0", text)
		}
	}
}
