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
            Assert.True(Rules.LegalForms.Find(words, 0, out var taken) is null || taken < words.Count, string.Join(' ', words));
    }

    [Theory]
    [InlineData("linking/words.csv", "word,role,english,others\nx,nonsense,x,\n", "word")]
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

    /// <summary>Two words of one row are one word to linking: a row of "retail" and "wholesale" makes one firm of two.</summary>
    [Fact]
    public void No_row_of_words_holds_two_english_words_that_are_no_true_synonyms()
    {
        var synonyms = File.ReadLines(Checkout.PathOf("tests", "Assay.Tests", "Linking", "true-synonyms.csv")).Skip(1).ToHashSet();
        var rows = WordRows().Where(row => row[1] is not ("number" or "ignored")).ToList();
        Assert.All(rows, row => Assert.All(List(row[2]), form => Assert.True(IsForm(row[0], form) || synonyms.Contains($"{row[0]},{form}"), $"{row[0]}: {form}")));
        Assert.All(synonyms, pair => Assert.Contains(rows, row => List(row[2]).Contains(pair[(pair.IndexOf(',', StringComparison.Ordinal) + 1)..]) && pair.StartsWith(row[0] + ",", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_word_stands_in_two_rows()
    {
        var rows = WordRows().Where(row => row[1] != "ignored").ToList();
        Assert.Equal(rows.Count, rows.Select(row => row[0]).Distinct().Count());
        var english = rows.SelectMany(row => List(row[2]).Append(row[0]).Distinct().Select(form => (Form: form, Word: row[0]))).ToLookup(pair => pair.Form, pair => pair.Word);
        Assert.All(english, forms => Assert.Single(forms));
        // What is an English word of one row is no other language's word for another thing.
        Assert.All(rows, row => Assert.All(List(row[3]), other => Assert.All(english[other], word => Assert.Equal(row[0], word))));
    }

    private static IEnumerable<string[]> WordRows() => RuleFiles.EmbeddedTexts()["linking/words.csv"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(','));

    private static string[] List(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    // A plural, or a few letters that a word is shortened to.
    private static bool IsForm(string word, string form)
    {
        if (form == word + "s" || form == word + "es" || form + "s" == word || (word.EndsWith('y') && form == word[..^1] + "ies")) return true;
        var letters = form.Where(char.IsAsciiLetterLower).ToList();
        if (letters.Count is 0 or > 5 || letters[0] != word[0]) return false;
        var at = 0;
        foreach (var letter in word)
            if (at < letters.Count && letters[at] == letter) at++;
        return at == letters.Count;
    }
}
