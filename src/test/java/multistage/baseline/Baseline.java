package multistage.baseline;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import multistage.facts.Base;
import multistage.facts.Config;
import multistage.facts.Content;
import multistage.facts.Facts;
import multistage.facts.Image;
import multistage.facts.ImageFacts;
import multistage.facts.Instruction;
import multistage.facts.Message;
import multistage.facts.NotMeasured;
import multistage.facts.Variant;

/**
 * Those facts of the reference demo that are committed, {@code docker/baseline.json}, to notice when they move.
 *
 * @param schema the number of the form that this has in JSON, 1
 * @param multi what is known of the multi-stage image: the same on every engine and every base, of one processor's kind
 * @param naive what is known of the naive image whatever its base is
 * @param bases what depends on the naive image's base, an entry for each that was measured
 */
public record Baseline(int schema, Multi multi, Naive naive, List<OnBase> bases) {
    /** Raised whenever a component is renamed, removed or given another meaning. */
    static final int SCHEMA = 1;

    public Baseline {
        bases = List.copyOf(bases);
    }

    /**
     * The multi-stage image.
     *
     * @param contentBytes what its files weigh
     * @param executableBytes what its program weighs
     * @param layers how many layers it has
     * @param files its files, each with its permissions: {@code 0755 /hello}
     * @param config how it is to be run
     * @param dockerfile what its Dockerfile says, an instruction each: may change freely, and tells what moved the rest
     */
    public record Multi(
            long contentBytes,
            long executableBytes,
            int layers,
            List<String> files,
            Config config,
            List<String> dockerfile) {
        public Multi {
            files = List.copyOf(files);
            dockerfile = List.copyOf(dockerfile);
        }
    }

    /**
     * The naive image, as far as it does not depend on what its base holds.
     *
     * @param layersOverBase how many layers it has more than its base
     * @param entrypoint ENTRYPOINT
     * @param command CMD
     * @param exposedPorts EXPOSE
     * @param user USER
     * @param dockerfile what its Dockerfile says, an instruction each: may change freely, and tells what moved the rest
     */
    public record Naive(
            int layersOverBase,
            List<String> entrypoint,
            List<String> command,
            List<String> exposedPorts,
            String user,
            List<String> dockerfile) {
        public Naive {
            entrypoint = List.copyOf(entrypoint);
            command = List.copyOf(command);
            exposedPorts = List.copyOf(exposedPorts);
            dockerfile = List.copyOf(dockerfile);
        }
    }

    /**
     * The naive image upon one base.
     *
     * @param base the base's name
     * @param standIn whether it is a stand-in for the official image of that name
     * @param layers its layers' digests, lowest first; none of a stand-in, which has others on each machine
     * @param env the environment that the image gives its program, of which the base brings most
     * @param workingDirectory the folder in which the program starts
     * @param steps what each step upon the base weighs, by what the engine's history counts: {@code file bytes},
     *     {@code disk blocks} or {@code tar bytes}
     */
    public record OnBase(
            String base,
            boolean standIn,
            List<String> layers,
            List<String> env,
            String workingDirectory,
            Map<String, List<Step>> steps) {
        public OnBase {
            layers = List.copyOf(layers);
            env = List.copyOf(env);
            steps = Collections.unmodifiableMap(new TreeMap<>(steps));
        }

        /** Whether both are of one base: one with the same layers, or a stand-in for the same release of the same image. */
        boolean isUponTheSameAs(OnBase other) {
            return standIn
                    ? other.standIn && base.equals(other.base) && release().equals(other.release())
                    : layers.equals(other.layers);
        }

        /** The release that the image's environment names. */
        private List<String> release() {
            return env.stream()
                    .filter(variable -> variable.startsWith("GOLANG_VERSION="))
                    .toList();
        }
    }

    /**
     * A step of a history.
     *
     * @param instruction what made it, as the engine wrote it down
     * @param bytes what it added
     */
    public record Step(String instruction, long bytes) {}

    /**
     * The baseline that these facts give, of one base.
     *
     * @throws NotMeasured when an image did not build, or what it holds could not be read
     */
    static Baseline of(Facts facts) {
        return new Baseline(SCHEMA, multi(facts.multi()), naive(facts.naive()), List.of(onBase(facts)));
    }

    private static Multi multi(ImageFacts facts) {
        Image image = facts.image();
        Content content = image.content()
                .orElseThrow(() -> new NotMeasured(Message.of("what %s holds could not be read", Variant.MULTI)));
        return new Multi(
                content.bytes(),
                facts.executable().bytes(),
                image.layers().size(),
                content.files().stream()
                        .map(entry -> entry.mode() + " " + entry.path())
                        .toList(),
                image.config(),
                dockerfile(facts));
    }

    private static Naive naive(ImageFacts facts) {
        Image image = facts.image();
        Config config = image.config();
        return new Naive(
                image.layers().size() - base(image).layers().size(),
                config.entrypoint(),
                config.command(),
                config.exposedPorts(),
                config.user(),
                dockerfile(facts));
    }

    private static OnBase onBase(Facts facts) {
        Image image = facts.naive().image();
        Base base = base(image);
        List<Step> steps = facts.naive().ownSteps().stream()
                .map(step -> new Step(step.instruction(), step.bytes()))
                .toList();
        return new OnBase(
                base.name(),
                base.standIn(),
                base.standIn() ? List.of() : base.layers(),
                image.config().env(),
                image.config().workingDirectory(),
                Map.of(facts.engine().historyCounts(), steps));
    }

    private static Base base(Image naive) {
        return naive.base()
                .orElseThrow(() -> new NotMeasured(Message.of("the base of %s is not known", Variant.NAIVE)));
    }

    private static List<String> dockerfile(ImageFacts facts) {
        return facts.build().instructions().stream().map(Instruction::words).toList();
    }
}
