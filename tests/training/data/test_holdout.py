"""Which images pre-training never sees: stable, the same in every copy, and all that benchmarks score."""

from pathlib import Path

from training.data.holdout import held_out
from training.evaluate.datasets.labelled_scenes import labelled_scenes, radar_scenes


def test_a_third_of_eurosat_is_held_out_and_it_is_always_the_same_third() -> None:
    names = [f"EuroSAT_RGB/Forest/Forest_{number}.jpg" for number in range(1, 3001)]
    kept = [name for name in names if held_out(name)]
    assert 900 < len(kept) < 1100
    assert [Path(name).stem for name in kept[:5]] == ["Forest_1", "Forest_3", "Forest_4", "Forest_10", "Forest_13"]


def test_the_same_place_is_held_out_in_every_copy_of_the_set() -> None:
    for number in range(50):
        answers = {
            held_out(name)
            for name in (
                f"/vsizip//some/where/eurosat_rgb.zip/EuroSAT_RGB/River/River_{number}.jpg",
                f"eurosat_ms/River/River_{number}.tif",
            )
        }
        assert len(answers) == 1


def test_crowns_of_one_plot_stay_together() -> None:
    for plot in ("SOAP_051_2018", "2019_OSBS_5_407000_3290000_image"):
        assert len({held_out(f"zip/Dead/{plot}_{number}.png") for number in range(20)}) == 1


def test_every_labelled_scene_and_patch_is_held_out_and_other_scenes_are_not(shared: Path) -> None:
    scenes = [*labelled_scenes(shared), *radar_scenes(shared)]
    assert len(scenes) == 32
    assert all(held_out(str(scene.image)) for scene in scenes)
    assert all(held_out(str(path)) for path in (shared / "s1_s2_labelled").glob("*.tif"))
    assert held_out(str(shared / "s1_s2_aligned" / "terramind_282D_485L_3_3_S2L1C.tif"))
    free = [*(shared / "pretrain").rglob("*.tif"), *(shared / "s2").glob("*.tif"), *(shared / "naip").rglob("*.tif")]
    assert free
    assert not any(map(held_out, map(str, free)))
