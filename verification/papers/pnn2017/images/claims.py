"""Dense and porcupine nets that tell images of a 1 from images of a 2, trained as in the authors' notebook."""

from verification.claim import CONSISTENT, Claim, Part, Role, Status
from verification.papers.pnn2017.paper import PAPER

RUNS = "training runs are instances"

images = Claim(
    id="ours.images",
    source=PAPER.section("8", "the authors' notebook on images", "ours"),
    status=Status.TRUE,
    title="On images of two digits random lines are enough, but descent at the notebook's rate is slow on many",
    says=r"Nets $h(x) = \sum_{j=1}^k \operatorname{relu}(w_j \cdot x)$ learn the labels 1 and 2 of images $x$ from a "
    r"training sample and are judged on held-out images, where the label nearer to $h(x)$ is theirs. Porcupine nets on "
    r"random lines that are best in training are within five points of accuracy of trained dense nets; by descent "
    r"at the notebook's rate "
    r"they come towards that optimum, the later the more neurons they have.",
    where={
        r"k": "neurons; a porcupine net has two on each of its lines",
        "error": "mean squared error on the training images over the mean square of their labels",
        "optimum": "the least error of a net on the same lines, by non-negative least squares",
        "excess": "a trained porcupine net's error minus that of the optimum",
    },
    assumptions=(
        "Pixels lie between 0 and 1, starts and learning rate are the notebook's, and so is the batch of 100.",
        r"The notebook's images are MNIST's; scikit-learn's digits, the default here, are other data. The means are "
        r"over random splits of these images, random lines and starts.",
    ),
    parts=(
        Part(
            "as-accurate",
            r"The optimum is on average at most 5 points of accuracy behind a dense net with as many neurons.",
            Role.OURS,
            strength=CONSISTENT,
            why=RUNS,
        ),
        Part(
            "towards-the-optimum",
            r"No trained porcupine net errs less in training than its optimum, and the mean excess of the last epoch "
            r"is less than half of that after a tenth of the epochs.",
            Role.OURS,
            strength=CONSISTENT,
            why=RUNS,
        ),
        Part(
            "more-neurons-are-slower",
            r"After equally many epochs the mean excess of the porcupine nets with most neurons is more than 1.2 times "
            r"that of those with fewest.",
            Role.OURS,
            strength=CONSISTENT,
            why=RUNS,
        ),
        Part(
            "most-dense-neurons-die",
            r"Of a trained dense net on average at most 5 of 100 neurons fire on any training image, and so already "
            r"after the fewest epochs; of a porcupine net at least half do.",
            Role.OURS,
            strength=CONSISTENT,
            why=RUNS,
        ),
    ),
)
