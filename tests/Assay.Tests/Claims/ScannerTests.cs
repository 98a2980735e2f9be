using Assay.Mentions;
using Xunit;

namespace Assay.Tests.Claims;

/// <summary>A word is the same word whether a whole vector of the text is at hand or only its last letters.</summary>
public sealed class ScannerTests
{
    private const string Letters = "abzAZéßёЖ中İ'’.,-_0 19%$\u0301\u00ad\u200b\n\t\"(e";
    private static readonly string Padding = new(' ', 40);

    [Fact]
    public void What_follows_far_off_changes_no_token()
    {
        var random = new Random(20_240_617);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(1, 16)).Select(_ => Letters[random.Next(random.Next(4) == 0 ? Letters.Length : 5)])]);
            var alone = Tokenizer.Split(text);
            var before = Tokenizer.Split(text + Padding);
            Assert.Equal(alone.Select(Shape), before.Select(Shape));
            Assert.Equal(alone.Select(Shape), Tokenizer.Split(Padding + text + Padding).Select(token => Shape(token, Padding.Length)));
        }
    }

    [Theory]
    [InlineData("fifteenletters1")]
    [InlineData("sixteenletters12")]
    [InlineData("seventeenletters1")]
    [InlineData("Antidisestablishmentarianism")]
    [InlineData("naïvenaïvenaïvenaïve")]
    public void A_word_of_any_length_is_one_token(string word)
    {
        Assert.Single(Tokenizer.Split(word));
        var token = Assert.Single(Tokenizer.Split($"{Padding}{word}{Padding}"));
        Assert.Equal((Padding.Length, word.Length), (token.Span.Start, token.Span.Length));
    }

    [Fact]
    public void Capitals_are_folded_alike_at_any_place() => Assert.Equal(Tokenizer.Split("kazakhstan")[0].Folded, Tokenizer.Split("KAZAKHSTAN" + Padding)[0].Folded);

    private static (int, int, TokenKind, string, bool) Shape(Token token) => Shape(token, 0);

    private static (int, int, TokenKind, string, bool) Shape(Token token, int shift) => (token.Span.Start - shift, token.Span.End - shift, token.Kind, token.Folded, token.IsCapitalised);
}
