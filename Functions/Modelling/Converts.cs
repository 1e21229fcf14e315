namespace Lexicon.Functions.Modelling;

/// <summary>Converts a value; false where there is nothing that it could be, and the result then is not looked at.</summary>
internal delegate bool Converts<in TFrom, TTo>(TFrom from, out TTo to);
