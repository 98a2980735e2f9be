using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Assay.Mentions;
using Xunit;

namespace Assay.Tests.Linking;

/// <summary>What holds of every name of the record.</summary>
public sealed class LinkingPropertyTests
{
    private static readonly PartialDate Day = PartialDate.Parse("2025-06-17");
    private static readonly EvidenceSnapshot Evidence = EvidencePack.Embedded();
    private static readonly Assayer Assayer = new(Evidence, RuleFiles.Default);
    private static readonly IReadOnlyList<Entity> States = [.. Evidence.Entities.Where(entity => entity.Kind == EntityKind.State && entity.Name.All(letter => char.IsAsciiLetter(letter)))];

    [Fact]
    public void A_state_in_the_name_of_a_paper_is_not_linked() => Assert.All(States, state => Unlinked($"Yesterday the {state.Name} Gazette reported it.", state));

    [Fact]
    public void A_surname_is_no_state() => Assert.All(States, state => Unlinked($"Yesterday Kathy {state.Name} wrote a book. Later {state.Name} wrote another.", state));

    [Fact]
    public void A_bank_or_university_of_a_state_is_not_the_state() => Assert.All(States, state => Unlinked($"Yesterday the University of {state.Name} and the Bank of {state.Name} refused.", state));

    [Fact]
    public void A_state_by_itself_is_linked()
    {
        var namesakes = RuleFiles.Default.Lexicon.Linking.Namesakes;
        Assert.All(States, state => Assert.Contains(Names($"Yesterday {state.Name} refused."), name => name.Entity?.EntityId == state.EntityId));
        Assert.All(namesakes.Keys, name => Assert.Equal(name.ToLowerInvariant(), name));
    }

    /// <summary>What an article calls by an abbreviation of the record is what the article says it is.</summary>
    [Fact]
    public void An_abbreviation_that_the_article_introduces_is_its_own()
    {
        var short3 = Evidence.Entities.SelectMany(entity => entity.Aliases).Select(alias => alias.Text).Where(alias => alias.Length is >= 3 and <= 5 && alias.All(char.IsAsciiLetterUpper)).Distinct().ToList();
        Assert.NotEmpty(short3);
        Assert.All(short3, abbreviation =>
        {
            var full = string.Join(' ', abbreviation.Select(letter => $"{letter}ixqo"));
            var names = Names($"Yesterday {full} ({abbreviation}) met. Then {abbreviation} refused.").ToList();
            Assert.All(names, name => Assert.Empty(name.Candidates));
        });
    }

    /// <summary>Random sentences of names and words: links are scored within bounds, spans lie in the text and in order, and the same text gives the same links.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Links_of_random_text_are_sound(int seed)
    {
        var random = new Random(seed);
        var words = Evidence.Entities.Select(entity => entity.Name).Concat(["(", ")", "the", "of", "hereafter", "Bank", "Jack", "Gazette", "owns", "is a member of", "The company", "it", ".", ",", "ABC", "\""]).ToArray();
        for (var i = 0; i < 60; i++)
        {
            var text = string.Join(' ', random.GetItems(words, 30));
            var read = Assayer.Read(Article.FromText(text), Day);
            var again = Assayer.Read(Article.FromText(text), Day);
            Assert.Equal(Told(read), Told(again));
            foreach (var sentence in read.Sentences)
            {
                var at = -1;
                foreach (var element in sentence.Elements)
                {
                    Assert.InRange(element.Span.Start, at, text.Length);
                    at = element.Span.End;
                    if (element.Name is not { } name) continue;
                    Assert.All(LinkScores.Of(name, text[name.Span.Start..name.Span.End], read.Lists), link => Assert.InRange(link.Score, LinkScores.Least, 1));
                    Assert.Empty(name.Candidates.Intersect(name.Rejected.Select(rejected => rejected.Entity)));
                }
            }
        }

        static IEnumerable<string> Told(Assay.Claims.ReadArticle read) => read.Sentences.SelectMany(s => s.Elements).Select(e => $"{e.Text} {(e.Mention is { } mention ? MentionWords.ValueOf(mention) : "")}");
    }

    private static void Unlinked(string text, Entity state) => Assert.DoesNotContain(Names(text), name => name.Candidates.Contains(state));

    private static IEnumerable<Mention.Name> Names(string text) => Assayer.Read(Article.FromText(text), Day).Sentences.SelectMany(sentence => sentence.Elements).Select(element => element.Name).OfType<Mention.Name>();
}
