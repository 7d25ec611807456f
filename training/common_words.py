"""Makes the list of English words that are no names: lower-case words of a spelling list, by their stems.

usage: python training/common_words.py /usr/share/dict/american-english-small

The list is SCOWL's, in the public domain or freely licensed (Debian's wamerican-small); a word that the list also
has with a capital is left out, since it is a name as well (Mark, Frank, Rose).
"""

from __future__ import annotations

import sys
from pathlib import Path

from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.text.stems import stem

TARGET = Path(__file__).resolve().parents[1] / "src" / "faimi_check" / "rules" / "tables" / "common_words.txt"
# Terms of the field that a small spelling list lacks.
TERMS = """
ablation adversarial annotation annotator artifact autoregressive backbone baseline batch benchmark
bootstrapping calibration classifier codebook convolution convolutional counterfactual covariate crossentropy
dataset dataloader dataframe debiasing decoder denoising descriptor disentanglement embedding encoder
endoscopy entropy epoch finetuning generative gradient groupwise heatmap histogram hyperparameter imaging
imitation infarction interpretability iteration kernel laparoscopic latency latent leaderboard localization
logit metadata metric modality modalities multimodal multiscale normalization optimizer overfitting patchwise
pathology percentile perceptron pixel pooling pretrained pretraining preprocessing prior pseudocode quantile
quantization radiomics radiograph radiology reciprocal regressor reproducibility reproducible resampling
residual reweighting robustness saliency sampler scheduler segmentation self softmax spatial stochastic
subgroup subsampling subset superpixel supervised tensor timestamp tokenizer tokenization transformer triplet
tumor tumour unsupervised upsampling validation voxel workflow compiler partition jobserver shortcut
interprocedural intraprocedural makefile subsection runtime dataflow pipeline multilayer callgraph
"""
SHORTEST = 3


def main() -> None:
    """Writes the stems, one a line."""
    words = Path(sys.argv[1]).read_text(encoding="utf-8").split()
    names = {word.lower() for word in words if word[:1].isupper()}
    plain = {
        word for word in words if word.isalpha() and word.islower() and len(word) >= SHORTEST and word not in names
    }
    stems = sorted({stem(fold(word)) for word in plain | set(TERMS.split())})
    TARGET.write_text("\n".join(stems) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
