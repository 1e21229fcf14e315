namespace Lexicon.Local.Cognito.Api;

/// <summary>One thing that a new password must have.</summary>
/// <param name="Text">It in words, for who has to think of one.</param>
/// <param name="Pattern">What a password that has it matches: a regular expression that means the same here and in a browser.</param>
/// <param name="Broken">What is said of a password that lacks it.</param>
internal sealed record PasswordRule(string Text, string Pattern, string Broken);
