using Assay.Evidence;
using CsCheck;
using Xunit;

namespace Assay.Tests.Gleif;

/// <summary>Identifiers of ISO 17442 and their check digits.</summary>
public sealed class LeiTests
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly Gen<string> Eighteen = Gen.Char[Alphabet].Array[18].Select(characters => new string(characters));

    [Theory]
    [InlineData("001GPB6A9XPE8XJICC14")]
    [InlineData("004L5FPTUREIWK9T2N63")]
    [InlineData("5493001Z012YSB2A0K51")]
    [InlineData("097900BEJX0000002337")]
    [InlineData("ZZZWS8Y6XVKM0Q9RJQ79")]
    public void Identifiers_that_are_in_use_are_read_and_written_the_same(string text)
    {
        Assert.True(Lei.TryParse(text, out var lei));
        Assert.Equal(text, lei.ToString());
        Assert.Equal(text[18..], Lei.CheckDigits(text.AsSpan(0, 18)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("001GPB6A9XPE8XJICC1")]
    [InlineData("001GPB6A9XPE8XJICC144")]
    [InlineData("001GPB6A9XPE8XJICC15")]
    [InlineData("010GPB6A9XPE8XJICC14")]
    [InlineData("001GPB6A9XPE8XJICCA4")]
    [InlineData("001GPB6A9XPE8-JICC14")]
    [InlineData(" 01GPB6A9XPE8XJICC14")]
    [InlineData("００1GPB6A9XPE8XJICC14")]
    [InlineData("00000000000000000000")]
    public void What_is_none_is_not_read(string text)
    {
        Assert.False(Lei.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Lei.Parse(text));
    }

    [Fact]
    public void Small_letters_are_the_same_identifier() =>
        Assert.Equal(Lei.Parse("5493001Z012YSB2A0K51"), Lei.Parse("5493001z012ysb2a0k51"));

    [Fact]
    public void A_wrong_check_digit_is_told_with_the_right_ones() =>
        Assert.Contains("14", Assert.Throws<FormatException>(() => Lei.Parse("001GPB6A9XPE8XJICC41")).Message, StringComparison.Ordinal);

    [Fact]
    public void Eighteen_characters_and_their_check_digits_are_an_identifier() => Eighteen.Sample(eighteen =>
    {
        var text = eighteen + Lei.CheckDigits(eighteen);
        return Lei.TryParse(text, out var lei) && lei.ToString() == text;
    });

    [Fact]
    public void A_digit_or_letter_in_the_place_of_another_is_always_found() =>
        Gen.Select(Eighteen, Gen.Int[0, 19], Gen.Char[Alphabet]).Sample((eighteen, at, other) =>
        {
            var text = (eighteen + Lei.CheckDigits(eighteen)).ToCharArray();
            // A letter counts as two digits: in the place of a digit it moves all that stands before, and may by chance leave the same remainder.
            if (text[at] == other || char.IsAsciiDigit(text[at]) != char.IsAsciiDigit(other)) return true;
            text[at] = other;
            return !Lei.TryParse(text, out _);
        });

    [Fact]
    public void Two_digits_or_two_letters_beside_each_other_exchanged_are_always_found() =>
        Gen.Select(Eighteen, Gen.Int[0, 18]).Sample((eighteen, at) =>
        {
            var text = (eighteen + Lei.CheckDigits(eighteen)).ToCharArray();
            // A letter and a digit may be the same number either way round: 1B and B1 are both 111.
            if (text[at] == text[at + 1] || char.IsAsciiDigit(text[at]) != char.IsAsciiDigit(text[at + 1])) return true;
            (text[at], text[at + 1]) = (text[at + 1], text[at]);
            return !Lei.TryParse(text, out _);
        });
}
