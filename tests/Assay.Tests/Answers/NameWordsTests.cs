using Assay.Answers;
using Assay.Evidence;
using Assay.Linking;
using CsCheck;
using Xunit;

namespace Assay.Tests.Answers;

/// <summary>Of whom nobody may say by their names alone that they are two.</summary>
public sealed class NameWordsTests
{
    [Theory]
    [InlineData("Volodymyr Zhelenskyy", "Vladimir Zhelensky")]
    [InlineData("Volodymyr Zhelenskyy", "Wolodymyr Schelenskyj")]
    [InlineData("Émile Müller-Brück", "Emile Mueller-Brueck")]
    [InlineData("Володимир Желенський", "Владимир Желенский")]
    [InlineData("Muammar Gaddafi", "Moammer Qadhafi")]
    [InlineData("Mohammed Hussein", "Mehmet Khusein")]
    [InlineData("Xi Chi-ping", "Hsi Jinping")]
    [InlineData("Abdulrahman Elkhatib", "Abdul Rahman al-Khatib")]
    [InlineData("Lawrow, Sergej", "S. Lavrov")]
    [InlineData("İlham Əliyev", "Ilkham Aliev")]
    [InlineData("Nguyễn Phú Trọng", "Nguyen Trong")]
    [InlineData("Ḥasan Ṣāliḥ", "Hassan Saleh")]
    [InlineData("Pyotr Chaikovsky", "Peter Tschaikowski")]
    [InlineData("Ana Horvat", "Ana Horvat-Marić")]
    [InlineData("Jelena Hamid", "Elena Khamidova")]
    [InlineData("Гейдар Хасанов", "Айдар Гасанов")]
    [InlineData("Дзмітрый Кавалёў", "Дмитрий Ковалев")]
    [InlineData("Ann Bell", "李强")]
    [InlineData("王小明", "李强")]
    [InlineData("Ann Bell", "Дарья Велькова")]
    [InlineData("Ann Bell", "Kwƛam Dahl")]
    public void Names_of_several_spellings_may_be_one_person_s(string one, string other)
    {
        Assert.True(NameWords.MayBeOfOne(Person(one), Person(other)));
        Assert.True(NameWords.MayBeOfOne(Person(other), Person(one)));
        Assert.True(NameWords.MayBeOfOne(Person("Quirin Oddo", one), Person(other)));
    }

    [Theory]
    [InlineData("Ilmar Quastov", "Darya Velkona")]
    [InlineData("Ann Bell", "Gustav Krieger")]
    [InlineData("Kassym-Jomart Tokayev", "Elon Musk")]
    [InlineData("Дарья Велькова", "Иван Сидоров")]
    [InlineData("Émile Müller-Brück", "Tatiana Vasquez")]
    [InlineData("Xi Jinping", "Barack Obama")]
    public void Names_that_share_nothing_are_of_two(string one, string other)
    {
        Assert.False(NameWords.MayBeOfOne(Person(one), Person(other)));
        Assert.False(NameWords.MayBeOfOne(Person(other), Person(one)));
    }

    [Fact]
    public void Initials_alone_are_of_anybody() => Assert.True(NameWords.MayBeOfOne(Person("A. B."), Person("Ann Bell")));

    [Fact]
    public void Whoever_has_a_letter_added_left_out_or_changed_in_a_long_name_is_still_the_one() =>
        Gen.Select(Gen.Char['a', 'z'].Array[5, 12], Gen.Int[0, 11], Gen.Char['a', 'z'], Gen.Int[0, 2]).Sample((letters, place, letter, change) =>
        {
            var (name, at) = (new string(letters), place % letters.Length);
            var slip = change switch { 0 => name.Insert(at, $"{letter}"), 1 => name.Remove(at, 1), _ => $"{name[..at]}{letter}{name[(at + 1)..]}" };
            Assert.True(NameWords.MayBeOfOne(Person(name), Person(slip)));
        });

    [Fact]
    public void Any_text_has_words_and_is_like_itself() => Gen.String[0, 20].Sample(text =>
    {
        Assert.All(SpokenWord.Of(text).OfType<SpokenWord>(), word => Assert.True(word.IsLike(word)));
        Assert.True(NameWords.MayBeOfOne(Person(text), Person(text)));
    });

    private static Entity Person(string name, params string[] others) => new()
    {
        Id = new StatementId($"entities/{name}"), EntityId = new EntityId("p"), Kind = EntityKind.Person, Name = name, Aliases = [.. others.Select(other => new Alias(other, false))],
        Identifiers = [], Note = "", Sources = [new SourceId("s")], Place = new RowPlace("p", "entities.csv", 2),
    };
}
