using System.Numerics;

namespace Assay.Tests.Ownership;

/// <summary>A fraction without rounding, for answers to compare with.</summary>
internal readonly struct Rational : IComparable<Rational>
{
    private readonly BigInteger _numerator;
    private readonly BigInteger _below;

    public Rational(BigInteger numerator, BigInteger denominator)
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        _numerator = numerator / divisor;
        _below = (denominator / divisor) - 1;
    }

    public static Rational Zero => default;

    public static Rational One => new(1, 1);

    public bool IsZero => _numerator.IsZero;

    private BigInteger Denominator => _below + 1;

    public static implicit operator Rational(int value) => new(value, 1);

    /// <summary>The double's own value, not the decimal it was meant to be.</summary>
    public static Rational Exactly(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        int power = Math.Max(exponent, 1) - 1075;
        var signed = new BigInteger(value < 0 ? -mantissa : mantissa);
        return power >= 0 ? new(signed << power, 1) : new(signed, BigInteger.One << -power);
    }

    public static Rational operator +(Rational a, Rational b) =>
        new((a._numerator * b.Denominator) + (b._numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + new Rational(-b._numerator, b.Denominator);

    public static Rational operator *(Rational a, Rational b) => new(a._numerator * b._numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) => new(a._numerator * b.Denominator, a.Denominator * b._numerator);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public static explicit operator double(Rational value) =>
        (double)((value._numerator << 200) / value.Denominator) * Math.Pow(2, -200);

    public int CompareTo(Rational other) => (_numerator * other.Denominator).CompareTo(other._numerator * Denominator);

    public override string ToString() => $"{_numerator}/{Denominator} ({(double)this:R})";
}
