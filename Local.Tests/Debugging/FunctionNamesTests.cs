using Lexicon.Local.CloudFormation;
using Lexicon.Local.Debugging;
using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Tests.Debugging;

public sealed class FunctionNamesTests
{
    private static readonly FunctionConfiguration[] Functions =
    [
        Function("Lexicon-dev-Api-CreateTerm", "CreateTerm0A1B2C3D"), Function("Lexicon-dev-Api-ListTerms", "ListTerms11111111"),
        Function("Lexicon-dev-Api-DeleteTerm", "DeleteTerm22222222"), Function("Lexicon-dev-Api-GetOpenApi", "GetOpenApi33333333"),
    ];

    [Theory]
    [InlineData("CreateTerm")]
    [InlineData("createterm")]
    [InlineData("Lexicon-dev-Api-CreateTerm")]
    [InlineData("CreateTerm0A1B2C3D")]
    [InlineData("Api-CreateTerm")]
    [InlineData("eateTerm")]
    public void Name_IsThatOfTheOperationOrTheFunctionOrTheResource_OrTheirEnd(string asked) =>
        Assert.Equal("Lexicon-dev-Api-CreateTerm", FunctionNames.Find(asked, Functions).Name);

    [Theory]
    [InlineData("Term", "--debug Term is not valid; it must be one of Lexicon-dev-Api-CreateTerm, Lexicon-dev-Api-DeleteTerm")]
    [InlineData(
        "CreatTerm",
        "--debug CreatTerm refers to a function, which does not exist; similar names are CreateTerm, DeleteTerm, ListTerms, GetOpenApi")]
    public void NameOfNoneOrOfSeveral_IsRefusedWithThoseThatAreNear(string asked, string message) =>
        Assert.Equal(message, Assert.Throws<StartupException>(() => FunctionNames.Find(asked, Functions)).Message);

    [Fact]
    public void NameWhereThereAreNoFunctions_IsRefused() => Assert.Equal(
        "--debug CreateTerm refers to a function, and the templates have none", Assert.Throws<StartupException>(
            () => FunctionNames.Find("CreateTerm", [])).Message);

    private static FunctionConfiguration Function(string name, string logicalId) => new()
    {
        Name = name,
        LogicalId = logicalId,
        Code = new Asset("/code", true, "hash"),
        Handler = "Handler",
        Runtime = "dotnet10",
        Role = "arn:aws:iam::123456789012:role/test",
        Logging = new LoggingConfiguration($"/aws/lambda/{name}", true),
    };
}
