// Command beam runs a simulation and a sweep as one Apache Beam pipeline: on
// this machine with Beam's Prism runner, and by flags on Flink, Spark or
// Dataflow. Its figures are those of a single process, bit for bit.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

var (
	share   = flag.Float64("share", 3.5, "target in per cent of GDP")
	by      = flag.Int("by", 2035, "deadline of the target")
	to      = flag.Int("to", 2050, "last projected year")
	draws   = flag.Int("draws", 200_000, "number of draws")
	shard   = flag.Int("shard", 20_000, "draws in one shard, the unit that a worker is given")
	steps   = flag.Int("steps", 50, "steps on each of the three axes of the sweep")
	seed    = flag.Uint64("seed", 1, "seed of the random numbers")
	workers = flag.Int("workers", 0, "goroutines for each shard; 0: all processors; 1 if the runner gives a machine several shards at a time")
	out     = flag.String("out", filepath.Join("out", "beam"), "folder for the results that this program and all workers can reach, such as gs://bucket/folder")
)

func main() {
	flag.Parse()
	log.LogLevel = "warn"
	beam.Init() // on a worker, this does the work and does not return
	if flag.NArg() > 0 {
		fail(fmt.Errorf("unexpected argument %q: values go with flags, see -help", flag.Arg(0)))
	}
	st := study{Share: *share, By: *by, To: *to, Draws: *draws, Shard: *shard, Steps: *steps, Seed: *seed, Workers: *workers}
	if err := run(context.Background(), st, *out, os.Stdout); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "beam:", err)
	os.Exit(1)
}

// run sends the study through a pipeline and prints what came out of it.
func run(ctx context.Context, st study, out string, w io.Writer) error {
	if out == "" {
		return errors.New("-out: name a folder")
	}
	if err := st.check(ctx); err != nil {
		return err
	}
	p, s := beam.NewPipelineWithRoot()
	simulate(s.Scope("simulate"), st, join(out, ensembleFile))
	sweep(s.Scope("sweep"), st, join(out, sweepFile))
	if err := beamx.Run(ctx, p); err != nil || *jobopts.Async {
		return err
	}
	return report(ctx, st, out, w)
}
