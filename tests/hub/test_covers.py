from hub.covers import HEIGHT, WIDTH, weave


def test_a_title_always_weaves_the_same_cloth():
    assert weave("Paying people", "toolkit") == weave("Paying people", "toolkit")


def test_other_titles_and_kinds_weave_other_cloth():
    assert weave("Paying people", "toolkit") != weave("Paying people for their time", "toolkit")
    assert weave("Paying people", "toolkit") != weave("Paying people", "article")


def test_the_threads_fill_the_cover_and_stay_inside():
    for title in ["", "a", "Zażółć gęślą jaźń", "٧", "x" * 500]:
        warp, weft, light = weave(title, "event")
        assert warp
        assert weft or light
        for path in (warp, weft, light):
            for bar in filter(None, path.split("z")):
                x, rest = bar[1:].split(" ")
                y, rest = rest.split("h")[0], rest.split("h")[1]
                width, height = rest.split("v")[0], rest.split("v")[1]
                assert 0 <= int(x) <= int(x) + int(width) <= WIDTH
                assert 0 <= int(y) <= int(y) + int(height) <= HEIGHT
        assert max(int(bar[1:].split(" ")[0]) for bar in warp.split("z") if bar) > WIDTH - 45
