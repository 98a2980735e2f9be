using Assay.Linking;
using CsCheck;
using Xunit;

namespace Assay.Tests.Linking;

/// <summary>Check digits of legal entity identifiers (ISO 17442, ISO 7064 MOD 97-10).</summary>
public sealed class LeiTests
{
    private const string Known = "5493001KJTIIGC8Y1R12";

    [Theory]
    [InlineData(Known)]
    [InlineData("213800MELPBPHIR1PO04")]
    [InlineData("5493001kjtiigc8y1r12")]
    public void A_published_identifier_is_valid(string lei) => Assert.True(Lei.IsValid(lei));

    [Theory]
    [InlineData("")]
    [InlineData("5493001KJTIIGC8Y1R1")]
    [InlineData("5493001KJTIIGC8Y1R122")]
    [InlineData("5493001KJTIIGC8Y1RAB")]
    [InlineData("5493001KJTIIGC8-1R12")]
    public void What_has_another_form_is_not(string text) => Assert.False(Lei.IsValid(text));

    /// <summary>MOD 97-10 finds every single wrong character.</summary>
    [Fact]
    public void One_wrong_character_is_found() =>
        Gen.Select(Gen.Int[0, Known.Length - 1], Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"]).Where(change => Known[change.Item1] != change.Item2).Sample(change =>
            !Lei.IsValid(string.Concat(Known.AsSpan(0, change.Item1), change.Item2.ToString(), Known.AsSpan(change.Item1 + 1))));
}
