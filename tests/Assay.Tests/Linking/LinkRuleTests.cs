using Assay.Evidence;
using Assay.Formats;
using Assay.Formats.Linking;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Assay.Linking;
using Xunit;

namespace Assay.Tests.Linking;

/// <summary>What linking knows, as files.</summary>
public sealed class LinkRuleTests
{
    private static readonly EvidenceSnapshot Evidence = EvidencePack.Embedded();
    private static readonly LinkRules Rules = LinkRuleFiles.Load(Evidence);

    /// <summary>A legal form in one script may be a state in another: such a one would make sisters one.</summary>
    [Fact]
    public void No_legal_form_that_counts_anywhere_is_a_place()
    {
        var fold = new NameFold(Rules);
        var places = Evidence.Entities.Where(entity => entity.Kind == EntityKind.State).SelectMany(state => state.Aliases.Select(alias => alias.Text).Append(state.Name)).Append("UK").Append("USA").Append("UAE");
        foreach (var words in places.Select(fold.Words).Where(words => words.Count > 0 && Rules.Words.Find(words, 0, out var length) is { Role: WordRole.Place } && length == words.Count))
            Assert.True(Rules.LegalForms.Find(words, 0, out _) is null, string.Join(' ', words));
    }

    [Theory]
    [InlineData("linking/words.csv", "word,role,spellings\nx,nonsense,x\n", "word")]
    [InlineData("linking/words.csv", "word,role\nx,telling\n", "header")]
    [InlineData("linking/letters.csv", "letters,latin\n,a\n", "cells")]
    [InlineData("linking/legal-forms.csv", "form,classes,stands,spellings\nltd,limited,sideways,ltd\n", "word")]
    [InlineData("linking/identifiers.csv", "scheme,use,spellings\nlei,twice,\n", "word")]
    public void What_is_wrong_in_a_file_is_told_with_its_place(string path, string text, string code)
    {
        var texts = RuleFiles.EmbeddedTexts();
        texts[path] = text;
        var problems = new List<Problem>();
        LinkRuleFiles.Read(texts, Evidence, problems);
        Assert.Equal((code, path), (Assert.Single(problems).Code, problems[0].File));
    }

    [Theory]
    [InlineData("Нұр Жолы", "nur zholy")]
    [InlineData("S.p.A.", "s p a")]
    [InlineData("Ørsted & Łódź", "orsted and lodz")]
    [InlineData("d’Or", "dor")]
    [InlineData("中国银行", "china bank")]
    public void Names_are_folded_to_small_latin_words(string name, string folded) => Assert.Equal(folded, new NameFold(Rules).Key(name));

    [Theory]
    [InlineData("khrushchev", "hrushchov", false)]
    [InlineData("yeltsin", "eltsin", true)]
    [InlineData("nazarbayev", "nazarbaev", true)]
    [InlineData("schmidt", "schmitt", false)]
    public void Spellings_of_one_sound_have_one_skeleton(string one, string other, bool isOne)
    {
        var fold = new NameFold(Rules);
        Assert.Equal(isOne, fold.Skeleton(one) == fold.Skeleton(other));
    }
}
