package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"

	"github.com/pledgesim/pledgesim/projection"
)

func TestMain(m *testing.M) {
	log.LogLevel = "warn"
	ptest.Main(m) // with the Prism runner, in this process
}

var small = study{Share: 3.5, By: 2035, To: 2050, Draws: 23_456, Shard: 4999, Steps: 7, Seed: 7}

// The test goes through every step that a cluster would: shards and slices are
// sent to a worker, worked out, merged, and written.
func TestPipelineGivesTheBitsOfOneProcess(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir()) // Beam leaves an empty file behind
	ctx, dir := context.Background(), filepath.Join(t.TempDir(), "new", "folder")
	var out bytes.Buffer
	if err := run(ctx, small, dir, &out); err != nil {
		t.Fatal(err)
	}

	e, err := projection.Simulate(ctx, small.dataset(), small.uncertain(), small.options(0, small.Draws))
	if err != nil {
		t.Fatal(err)
	}
	want, err := e.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	got, err := read(ctx, join(dir, ensembleFile))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("simulation: one process gives a summary of %d bytes, the pipeline another of %d", len(want), len(got))
	}

	answers, err := sweepSlice(ctx, small, small.shifts()...)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for answer, n := range answers {
		lines = append(lines, line(answer, n))
	}
	slices.Sort(lines)
	table, err := read(ctx, join(dir, sweepFile))
	if err != nil {
		t.Fatal(err)
	}
	if want := header + strings.Join(lines, ""); want != string(table) {
		t.Errorf("sweep: one process counts\n%s\nthe pipeline\n%s", want, table)
	}
}

// What is wrong with a study is said before a worker is asked.
func TestStudyIsCheckedFirst(t *testing.T) {
	for want, change := range map[string]func(st *study){
		"not 1 to 100000":   func(st *study) { st.Draws, st.Shard = 1e9, 1 },
		"-steps 0":          func(st *study) { st.Steps = 0 },
		"-shard 0":          func(st *study) { st.Shard = 0 },
		"Pledge.By = 1999":  func(st *study) { st.By = 1999 },
		"Pledge.Share = 3":  func(st *study) { st.Share = 300 },
		"Options.To = 2000": func(st *study) { st.To = 2000 },
	} {
		st, dir := small, filepath.Join(t.TempDir(), "out")
		change(&st)
		err := run(context.Background(), st, dir, io.Discard)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want one about %q", err, want)
		}
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%s: something was written all the same", want)
		}
	}
}
