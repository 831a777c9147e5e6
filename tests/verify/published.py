"""The schemas and their SHA-256, copied from chapter 10."""

SCHEMAS = {
    "schema/archive-1.json": "73b3f85acca8e7b9046bfb628a397c8e0f01c30f01f3b960367aed2d801fb6b9",
    "schema/duplicata-1.json": "b08bfd2f612f5c9af12037b4273df0b6070c247d7d716e0bc2b82780b9865786",
    "schema/gt-1.json": "d65e55ec197eb19be6594b16530a58f669489e286a5d1e410737ef764d5c7d41",
    "schema/gt-2.json": "4e52d1dc3ade78c12bb5d342b8f2f8c085fced55600f135513c7361a94969ffa",
    "schema/jet-1.json": "86d7a216104d6fa67a814f2509fa4099442ad617d0d8cc483e6c20df44fd04d7",
    "schema/jet-2.json": "8d38a684f18449b1a98811379a6c0eda7ca1c45144b65fa16f287000dd2005d5",
    "schema/reglement-1.json": "c1e6c3c41616c29004a55209044b074b4fa7453e6017d94abce01b1cc0826599",
    "schema/ticket-1.json": "ef75c841b1cf6a6235e65a9c0b9628efde5ba0f7538fced86b8422fa25612c1a",
    "schema/ticket-2.json": "19c2b04d54eda8b59287e055a9fdf54302338bb872628c0b4c9a6e90b2f769ef",
    "schema/ticket-3.json": "15adbebe3d5b66d628903e77f21f83946dbe4fee3a7b18d7bc85b7eac19b98c7",
}
