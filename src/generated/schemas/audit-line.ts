// Generated from schemas/audit-line.schema.json by `npm run generate`; do not edit.
export const auditLineSchema: Readonly<Record<string, unknown>> = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "rolecall audit line",
  "description": "One line of `--audit-log FILE`. The line before a write is on disk before its request leaves.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "formatVersion",
    "time",
    "phase",
    "id",
    "attempt",
    "scope",
    "principal",
    "action",
    "from",
    "to",
    "method",
    "path",
    "httpStatus",
    "outcome",
    "requestId"
  ],
  "properties": {
    "formatVersion": {
      "description": "Version of this format.",
      "const": 1
    },
    "time": {
      "description": "When the line was written.",
      "type": "string",
      "format": "date-time"
    },
    "phase": {
      "description": "Before the request leaves, or after its answer.",
      "type": "string",
      "enum": [
        "before",
        "after"
      ]
    },
    "id": {
      "description": "One id for all lines of one change.",
      "type": "string"
    },
    "attempt": {
      "description": "Which try of the request, from 1.",
      "type": "integer",
      "minimum": 1
    },
    "scope": {
      "description": "Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.",
      "type": "string",
      "pattern": "^[^/]+/[^/]+/[^/]+(/[^/]+)?$"
    },
    "principal": {
      "description": "Address of the principal: user:ID or group:ID; the lower-case e-mail stands where no id is known.",
      "type": "string",
      "pattern": "^(user|group):.+$"
    },
    "action": {
      "description": "What is done.",
      "type": "string",
      "enum": [
        "grant",
        "change",
        "revoke"
      ]
    },
    "from": {
      "description": "What is held before; null for a grant.",
      "anyOf": [
        {
          "$ref": "#/$defs/state"
        },
        {
          "type": "null"
        }
      ]
    },
    "to": {
      "description": "What is held after; null for a revoke.",
      "anyOf": [
        {
          "$ref": "#/$defs/state"
        },
        {
          "type": "null"
        }
      ]
    },
    "method": {
      "description": "HTTP method.",
      "type": "string"
    },
    "path": {
      "description": "Path of the request, without secrets.",
      "type": "string"
    },
    "httpStatus": {
      "description": "Status of the answer; null before it, and where none came.",
      "type": [
        "integer",
        "null"
      ],
      "minimum": 100,
      "maximum": 599
    },
    "outcome": {
      "description": "What came of this sending: accepted, refused, sent again, or its answer lost and to be settled by reading; null before it.",
      "enum": [
        "applied",
        "failed",
        "repeated",
        "lost",
        null
      ]
    },
    "requestId": {
      "description": "The API's id of the request; null before the answer.",
      "type": [
        "string",
        "null"
      ]
    }
  },
  "$defs": {
    "state": {
      "description": "A role and its status.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "role",
        "status"
      ],
      "properties": {
        "role": {
          "description": "Role, in the API's spelling where one was seen, else as written.",
          "type": "string"
        },
        "status": {
          "description": "Status of the assignment; always active in Redox.",
          "type": "string",
          "enum": [
            "active",
            "inactive"
          ]
        }
      }
    }
  }
};
