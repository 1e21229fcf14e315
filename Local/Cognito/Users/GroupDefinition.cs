namespace Lexicon.Local.Cognito.Users;

/// <summary>A group of a pool, as the templates have it.</summary>
/// <param name="PoolId">The pool.</param>
/// <param name="Name">Its name, which the tokens of its members carry.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Precedence">The lower, the more its role counts.</param>
/// <param name="RoleArn">The role of its members.</param>
internal sealed record GroupDefinition(string PoolId, string Name, string? Description, int? Precedence, string? RoleArn);
