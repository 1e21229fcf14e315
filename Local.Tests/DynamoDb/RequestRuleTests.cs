using System.Text.Json;
using Lexicon.Local.DynamoDb.Validation;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>What DynamoDB asks of a request as a whole, and says before it looks for the table.</summary>
public sealed class RequestRuleTests
{
    private const string Key = "\"TableName\":\"Tab\",\"Key\":{\"pk\":{\"S\":\"a\"}}";

    [Theory]
    [InlineData(
        "PutItem",
        "{\"TableName\":\"Tab\",\"Item\":{\"a\":{}}}",
        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData(
        "PutItem",
        "{\"TableName\":\"Tab\",\"Item\":{\"a\":null}}",
        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData(
        "PutItem",
        "{\"TableName\":\"Tab\",\"Item\":{\"a\":{\"S\":\"a\",\"N\":\"1\"}}}",
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")]
    [InlineData(
        "PutItem",
        "{\"TableName\":\"Tab\",\"Item\":{\"a\":{\"L\":[{\"M\":{\"b\":{\"N\":\"x\"}}}]}}}",
        "The parameter cannot be converted to a numeric value: x")]
    [InlineData("PutItem", "{\"TableName\":\"Tab\",\"Item\":{\"a\":{\"NS\":[\"1\",\"1.0\"]}}}", "Input collection contains duplicates")]
    [InlineData(
        "PutItem",
        "{\"TableName\":\"Tab\",\"Item\":{\"a\":{\"SS\":[\"a\",\"a\"]}}}",
        "One or more parameter values were invalid: Input collection [a, a] contains duplicates.")]
    [InlineData(
        "PutItem",
        "{\"TableName\":\"Tab\",\"Item\":{\"a\":{\"SS\":[]}}}",
        "One or more parameter values were invalid: An string set  may not be empty")]
    [InlineData("PutItem", "{\"TableName\":\"Tab\",\"Item\":{},\"ReturnValues\":\"ALL_NEW\"}", "ReturnValues can only be ALL_OLD or NONE")]
    [InlineData("DeleteItem", "{" + Key + ",\"ReturnValues\":\"UPDATED_OLD\"}", "ReturnValues can only be ALL_OLD or NONE")]
    [InlineData(
        "DeleteItem",
        "{" + Key + ",\"ConditionExpression\":\"a\",\"Expected\":{}}",
        "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression "
            + "parameters: {ConditionExpression}")]
    [InlineData(
        "GetItem",
        "{" + Key + ",\"ExpressionAttributeNames\":{\"#a\":\"a\"}}",
        "ExpressionAttributeNames can only be specified when using expressions")]
    [InlineData("GetItem", "{" + Key + ",\"ProjectionExpression\":\"\"}", "Invalid ProjectionExpression: The expression can not be empty;")]
    [InlineData(
        "GetItem",
        "{" + Key + ",\"AttributesToGet\":[\"a\",\"a\"]}",
        "One or more parameter values were invalid: Duplicate value in attribute name: a")]
    [InlineData(
        "UpdateItem",
        "{" + Key + ",\"ExpressionAttributeValues\":{\":a\":{\"S\":\"a\"}}}",
        "ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and ConditionExpression are null")]
    [InlineData(
        "UpdateItem",
        "{" + Key + ",\"UpdateExpression\":\"SET a = :a\",\"ExpressionAttributeValues\":{\":a\":{}}}",
        "ExpressionAttributeValues contains invalid value: Supplied AttributeValue is empty, must contain exactly one of the supported "
            + "datatypes for key :a")]
    [InlineData(
        "UpdateItem",
        "{" + Key + ",\"UpdateExpression\":\"SET a = :a\",\"ExpressionAttributeValues\":{\"a\":{\"S\":\"a\"}}}",
        "ExpressionAttributeValues contains invalid key: Syntax error; key: \"a\"")]
    [InlineData(
        "Query",
        "{\"TableName\":\"Tab\"}",
        "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.")]
    [InlineData(
        "Query",
        "{\"TableName\":\"Tab\",\"Select\":\"COUNT\",\"ProjectionExpression\":\"a\",\"KeyConditionExpression\":\"a\"}",
        "Cannot specify the ProjectionExpression when choosing to get only the Count")]
    [InlineData(
        "Scan",
        "{\"TableName\":\"Tab\",\"Segment\":0}",
        "The TotalSegments parameter is required but was not present in the request when Segment parameter is present")]
    [InlineData(
        "Scan",
        "{\"TableName\":\"Tab\",\"TotalSegments\":1}",
        "The Segment parameter is required but was not present in the request when parameter TotalSegments is present")]
    [InlineData(
        "Scan",
        "{\"TableName\":\"Tab\",\"Segment\":4,\"TotalSegments\":4}",
        "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 4 is not less than TotalSegments: 4")]
    [InlineData(
        "BatchGetItem",
        "{\"RequestItems\":{\"Tab\":{\"Keys\":[{\"a\":{\"S\":\"1\"}},{\"a\":{\"S\":\"1\"}}]}}}",
        "Provided list of item keys contains duplicates")]
    [InlineData(
        "BatchWriteItem",
        "{\"RequestItems\":{\"Tab\":[{}]}}",
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")]
    [InlineData(
        "TransactWriteItems",
        "{\"TransactItems\":[{\"Put\":{\"TableName\":\"Tab\",\"Item\":{\"a\":{\"N\":\"x\"}}}}]}",
        "The parameter cannot be converted to a numeric value: x")]
    [InlineData(
        "TransactWriteItems",
        "{\"TransactItems\":[{\"Delete\":{" + Key + ",\"ExpressionAttributeNames\":{\"#a\":\"a\"}}}]}",
        "ExpressionAttributeNames can only be specified when using expressions")]
    [InlineData(
        "TransactWriteItems",
        "{\"TransactItems\":[{\"Put\":{\"TableName\":\"Tab\",\"Item\":{}},\"Delete\":{" + Key + "}}]}",
        "TransactItems can only contain one of Check, Put, Update or Delete")]
    [InlineData(
        "TransactWriteItems",
        "{\"TransactItems\":[{\"ConditionCheck\":{" + Key + "}}]}",
        "1 validation error detected: Value null at 'transactItems.1.member.conditionCheck.conditionExpression' failed to satisfy "
            + "constraint: Member must not be null")]
    public void Request_ThatDoesNotGoTogether_IsAValidationException(string operation, string request, string message)
    {
        var error = RequestValidation.Check(operation, JsonDocument.Parse(request).RootElement);

        Assert.Equal((400, "ValidationException", message), (error!.Status, error.Code, error.Message));
    }

    [Theory]
    [InlineData(
        "\"KeySchema\":[{\"AttributeName\":\"a\",\"KeyType\":\"RANGE\"}]",
        "Invalid KeySchema: The first KeySchemaElement is not a HASH key type")]
    [InlineData(
        "\"KeySchema\":[{\"AttributeName\":\"a\",\"KeyType\":\"HASH\"},{\"AttributeName\":\"a\",\"KeyType\":\"HASH\"}]",
        "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type")]
    [InlineData(
        "\"KeySchema\":[{\"AttributeName\":\"a\",\"KeyType\":\"HASH\"},{\"AttributeName\":\"a\",\"KeyType\":\"RANGE\"}]",
        "Invalid KeySchema: Some index key attribute have no definition")]
    [InlineData(
        "\"KeySchema\":[{\"AttributeName\":\"z\",\"KeyType\":\"HASH\"}]",
        "One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [z], "
            + "AttributeDefinitions: [a]")]
    [InlineData(
        "\"KeySchema\":[{\"AttributeName\":\"a\",\"KeyType\":\"HASH\"}],\"GlobalSecondaryIndexes\":[]",
        "One or more parameter values were invalid: List of GlobalSecondaryIndexes is empty")]
    [InlineData(
        "\"KeySchema\":[{\"AttributeName\":\"a\",\"KeyType\":\"HASH\"}],"
            + "\"ProvisionedThroughput\":{\"ReadCapacityUnits\":1,\"WriteCapacityUnits\":1}",
        "One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode "
            + "is PAY_PER_REQUEST")]
    public void Table_ThatDoesNotGoTogether_IsAValidationException(string members, string message)
    {
        var request = $$"""
            {"TableName":"Tab","BillingMode":"PAY_PER_REQUEST",
             "AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"}],{{members}}}
            """;

        var error = RequestValidation.Check("CreateTable", JsonDocument.Parse(request).RootElement);

        Assert.Equal(("ValidationException", message), (error!.Code, error.Message));
    }

    [Theory]
    [InlineData("0", null)]
    [InlineData("-1.50e3", null)]
    [InlineData("9.9999999999999999999999999999999999999E+125", null)]
    [InlineData("1E-130", null)]
    [InlineData("0e125", null)]
    [InlineData("1E126", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [InlineData("1E-131", "Number underflow. Attempting to store a number with magnitude smaller than supported range")]
    [InlineData("123456789012345678901234567890123456789", "Attempting to store more than 38 significant digits in a Number")]
    [InlineData("1234567890123456789012345678901234567800", null)]
    [InlineData("", "The parameter cannot be converted to a numeric value")]
    [InlineData(".", "The parameter cannot be converted to a numeric value: .")]
    [InlineData(" 1", "The parameter cannot be converted to a numeric value:  1")]
    public void Number_IsHeldToDynamoDbsRange(string number, string? message) => Assert.Equal(message, NumberText.Check(number));
}
