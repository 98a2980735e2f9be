using Assay.Formats.Imports;
using CsCheck;
using Xunit;

namespace Assay.Tests.Imports;

public sealed class ImportedIdTests
{
    [Theory]
    [InlineData("lei", "5493001KJTIIGC8Y1R12", "lei-5493001kjtiigc8y1r12")]
    [InlineData("ftm", "nk-abc", "ftm-nk-abc")]
    public void What_a_slug_can_hold_stays_as_it_is(string scheme, string id, string slug) => Assert.Equal(slug, ImportedId.Of(scheme, id));

    [Fact]
    public void Ids_that_differ_only_in_case_or_in_marks_stay_two()
    {
        string[] ids = ["NK-abc", "nk-abc", "nk-Abc", "nk abc", "nk--abc", "nk-abc-", "nk_abc", "nkabc", "", "-", "é", "è"];
        Assert.Equal(ids.Length, ids.Select(id => ImportedId.Of("ftm", id)).Distinct().Count());
    }

    [Fact]
    public void Every_id_becomes_a_slug_and_no_two_the_same() =>
        Gen.Select(Gen.String[0, 200], Gen.String[0, 200]).Sample((one, other) =>
        {
            var (left, right) = (ImportedId.Of("bods", one), ImportedId.Of("bods", other));
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", left);
            Assert.Equal(one == other, left == right);
        });
}
